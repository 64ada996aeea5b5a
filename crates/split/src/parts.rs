//! Owns cutting a WebAssembly module in two: a first part that can run by itself, and the rest.
//!
//! The first part has every function that is asked to be in it, all memory, all tables. In the place of each other
//! function that it refers to stands one that makes sure that the rest has arrived, and then calls the real one by its
//! place in the table of functions. The rest takes all that it uses from the first part, and puts its functions into
//! those places when it begins to live.
//!
//! Never changes what a function does, and never decides which function belongs where.

use std::collections::BTreeSet;

use anyhow::{Context, Result, bail, ensure};
use walrus::ir::{UnaryOp, Value, Visitor, dfs_in_order};
use walrus::{
    ConstExpr, ElementId, ElementItems, ElementKind, ExportItem, FunctionBuilder, FunctionId, FunctionKind, GlobalId,
    GlobalKind, ImportedFunction, LocalId, MemoryId, Module, ModuleConfig, TableId, ValType, passes,
};

use crate::names::Names;

/// What the first part asks for the function that brings the rest.
pub const LATE: &str = "late";
/// The name of that function there.
pub const WAIT: &str = "wait";
/// What the rest asks for everything that it uses.
pub const FIRST: &str = "first";
/// What a marked module asks for the function that it tells which function is called.
pub const MARKS: &str = "marks";
/// The name of that function there.
pub const MARK: &str = "mark";
/// The name of the number that is 1 once the rest has arrived.
const HERE: &str = "here";

/// A module in two parts.
#[derive(Clone, Debug)]
pub struct Parts {
    /// What is there first.
    pub first: Vec<u8>,
    /// The rest.
    pub late: Vec<u8>,
}

/// A thing of the first part that the rest uses, by its place among its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Shared {
    Function(usize),
    Global(usize),
    Table(usize),
    Memory(usize),
}

/// Where a module is cut. Things are known by their place among their kind, which is the same each time it is read.
#[derive(Debug)]
struct Cut {
    /// The functions of the rest that the first part refers to, in the order of their places in the table.
    entries: Vec<usize>,
    /// What the rest uses, with the name under which it gets it.
    shared: Vec<(Shared, String)>,
    /// The table of functions.
    table: usize,
    /// Its first free place.
    base: u64,
}

/// The ids of a module's things, by their place.
struct Ids {
    functions: Vec<FunctionId>,
    globals: Vec<GlobalId>,
    tables: Vec<TableId>,
    memories: Vec<MemoryId>,
}

/// What functions refer to.
#[derive(Default)]
struct Used {
    functions: BTreeSet<FunctionId>,
    shared: BTreeSet<Shared>,
    segments: bool,
}

impl Visitor<'_> for Used {
    fn visit_function_id(&mut self, function: &FunctionId) {
        self.functions.insert(*function);
    }

    fn visit_global_id(&mut self, global: &GlobalId) {
        self.shared.insert(Shared::Global(global.index()));
    }

    fn visit_table_id(&mut self, table: &TableId) {
        self.shared.insert(Shared::Table(table.index()));
    }

    fn visit_memory_id(&mut self, memory: &MemoryId) {
        self.shared.insert(Shared::Memory(memory.index()));
    }

    fn visit_data_id(&mut self, _: &walrus::DataId) {
        self.segments = true;
    }

    fn visit_element_id(&mut self, _: &ElementId) {
        self.segments = true;
    }
}

/// Cuts a module in two.
///
/// # Errors
///
/// What in it cannot be read or cut.
pub fn split(wasm: &[u8], first: &Names) -> Result<Parts> {
    let module = read(wasm)?;
    let cut = Cut::of(&module, first)?;
    Ok(Parts { first: cut.first(module)?, late: cut.late(read(wasm)?)? })
}

/// The module as it is, without names.
///
/// # Errors
///
/// What in it cannot be read.
pub fn whole(wasm: &[u8]) -> Result<Vec<u8>> {
    Ok(bare(read(wasm)?))
}

/// The names of a module's own functions, in order.
///
/// # Errors
///
/// What in it cannot be read.
pub fn functions(wasm: &[u8]) -> Result<Vec<String>> {
    let module = read(wasm)?;
    Ok(module.funcs.iter_local().map(|(id, _)| name(&module, id)).collect())
}

/// The module with each function telling that it is called, by its place in the list of [`functions`].
///
/// # Errors
///
/// What in it cannot be read.
pub fn marked(wasm: &[u8]) -> Result<Vec<u8>> {
    let mut module = read(wasm)?;
    let own: Vec<FunctionId> = module.funcs.iter_local().map(|(id, _)| id).collect();
    let takes_one = module.types.add(&[ValType::I32], &[]);
    let (mark, _) = module.add_import_func(MARKS, MARK, takes_one);
    for (place, id) in own.into_iter().enumerate() {
        let place = i32::try_from(place).context("too many functions")?;
        if let FunctionKind::Local(function) = &mut module.funcs.get_mut(id).kind {
            function.builder_mut().func_body().const_at(0, Value::I32(place)).call_at(1, mark);
        }
    }
    Ok(bare(module))
}

impl Cut {
    fn of(module: &Module, first: &Names) -> Result<Self> {
        let own = module.funcs.iter_local().map(|(id, _)| id);
        // What has no name is made by wasm-bindgen, begins the others, and is small.
        let comes_first = |id: &FunctionId| {
            let name = name(module, *id);
            name.is_empty() || first.has(&name)
        };
        let (kept, late): (Vec<_>, Vec<_>) = own.partition(comes_first);
        ensure!(
            kept.iter().any(|id| first.has(&name(module, *id))),
            "no function of the module is among those that come first"
        );
        let is_late: BTreeSet<FunctionId> = late.iter().copied().collect();
        let mut asked = used(module, &kept).functions;
        asked.extend(module.exports.iter().filter_map(|export| match export.item {
            ExportItem::Function(id) => Some(id),
            ExportItem::Table(_) | ExportItem::Memory(_) | ExportItem::Global(_) | ExportItem::Tag(_) => None,
        }));
        for element in module.elements.iter() {
            match &element.items {
                ElementItems::Functions(list) => asked.extend(list),
                ElementItems::Expressions(..) => bail!("a table is filled by expressions, which this cannot read"),
            }
        }
        let by_late = used(module, &late);
        ensure!(!by_late.segments, "a function copies a segment, which this cannot cut from it");
        let table = module.tables.main_function_table()?.context("no table of functions")?;
        let mut shared = by_late.shared;
        shared.insert(Shared::Table(table.index()));
        shared.extend(by_late.functions.difference(&is_late).map(|id| Shared::Function(id.index())));
        Ok(Self {
            entries: asked.intersection(&is_late).map(|id| id.index()).collect(),
            shared: shared.into_iter().enumerate().map(|(place, thing)| (thing, short(place))).collect(),
            table: table.index(),
            base: module.tables.get(table).initial,
        })
    }

    /// The first part.
    fn first(&self, mut module: Module) -> Result<Vec<u8>> {
        let ids = Ids::of(&module);
        let table = ids.table(self.table)?;
        self.widen(&mut module, table);
        let here = module.globals.add_local(ValType::I32, true, false, ConstExpr::Value(Value::I32(0)));
        module.exports.add(HERE, here);
        let nothing = module.types.add(&[], &[]);
        let (wait, _) = module.add_import_func(LATE, WAIT, nothing);
        let mut arrive = FunctionBuilder::new(&mut module.types, &[], &[]);
        let mut body = arrive.func_body();
        body.global_get(here).unop(UnaryOp::I32Eqz).if_else(
            None,
            |missing| {
                missing.call(wait);
            },
            |_| {},
        );
        let arrive = arrive.finish(Vec::new(), &mut module.funcs);
        for (entry, place) in self.entries.iter().zip(self.base..) {
            let place = i32::try_from(place).context("the table of functions is too long")?;
            stand_in(&mut module, ids.function(*entry)?, arrive, table, place);
        }
        for (thing, name) in &self.shared {
            match *thing {
                Shared::Function(place) => module.exports.add(name, ids.function(place)?),
                Shared::Global(place) => module.exports.add(name, ids.global(place)?),
                Shared::Table(place) => module.exports.add(name, ids.table(place)?),
                Shared::Memory(place) => module.exports.add(name, ids.memory(place)?),
            };
        }
        Ok(bare(module))
    }

    /// The rest.
    fn late(&self, mut module: Module) -> Result<Vec<u8>> {
        let ids = Ids::of(&module);
        empty(&mut module);
        for (thing, name) in &self.shared {
            take(&mut module, &ids, *thing, name)?;
        }
        let table = ids.table(self.table)?;
        self.widen(&mut module, table);
        let entries = self.entries.iter().map(|place| ids.function(*place)).collect::<Result<Vec<_>>>()?;
        let base = i32::try_from(self.base).context("the table of functions is too long")?;
        let active = ElementKind::Active { table, offset: ConstExpr::Value(Value::I32(base)) };
        let element = module.elements.add(active, ElementItems::Functions(entries));
        module.tables.get_mut(table).elem_segments.insert(element);
        let (here, _) = module.add_import_global(FIRST, HERE, ValType::I32, true, false);
        let mut begin = FunctionBuilder::new(&mut module.types, &[], &[]);
        begin.func_body().i32_const(1).global_set(here);
        module.start = Some(begin.finish(Vec::new(), &mut module.funcs));
        Ok(bare(module))
    }

    /// Makes room for the entries in the table of functions.
    fn widen(&self, module: &mut Module, table: TableId) {
        let more = self.entries.len() as u64;
        let table = module.tables.get_mut(table);
        table.initial += more;
        table.maximum = table.maximum.map(|most| most + more);
    }
}

impl Ids {
    fn of(module: &Module) -> Self {
        Self {
            functions: module.funcs.iter().map(walrus::Function::id).collect(),
            globals: module.globals.iter().map(walrus::Global::id).collect(),
            tables: module.tables.iter().map(walrus::Table::id).collect(),
            memories: module.memories.iter().map(walrus::Memory::id).collect(),
        }
    }

    fn function(&self, place: usize) -> Result<FunctionId> {
        self.functions.get(place).copied().context("a function is gone")
    }

    fn global(&self, place: usize) -> Result<GlobalId> {
        self.globals.get(place).copied().context("a global is gone")
    }

    fn table(&self, place: usize) -> Result<TableId> {
        self.tables.get(place).copied().context("a table is gone")
    }

    fn memory(&self, place: usize) -> Result<MemoryId> {
        self.memories.get(place).copied().context("a memory is gone")
    }
}

/// Puts in the place of a function one that makes sure that the rest is there and then calls the real one.
fn stand_in(module: &mut Module, function: FunctionId, arrive: FunctionId, table: TableId, place: i32) {
    let kind = module.funcs.get(function).ty();
    let (takes, gives) = {
        let kind = module.types.get(kind);
        (kind.params().to_vec(), kind.results().to_vec())
    };
    let arguments: Vec<LocalId> = takes.iter().map(|kind| module.locals.add(*kind)).collect();
    let mut builder = FunctionBuilder::new(&mut module.types, &takes, &gives);
    let mut body = builder.func_body();
    body.call(arrive);
    arguments.iter().for_each(|argument| {
        body.local_get(*argument);
    });
    body.i32_const(place).call_indirect(kind, table);
    module.funcs.get_mut(function).kind = FunctionKind::Local(builder.local_func(arguments));
}

/// Takes from a module what only the first part has: what it gives to others, what fills its memory and its tables.
fn empty(module: &mut Module) {
    let exports: Vec<_> = module.exports.iter().map(walrus::Export::id).collect();
    exports.into_iter().for_each(|id| module.exports.delete(id));
    module.tables.iter_mut().for_each(|table| table.elem_segments.clear());
    let elements: Vec<_> = module.elements.iter().map(walrus::Element::id).collect();
    elements.into_iter().for_each(|id| module.elements.delete(id));
    module.memories.iter_mut().for_each(|memory| memory.data_segments.clear());
    let data: Vec<_> = module.data.iter().map(walrus::Data::id).collect();
    data.into_iter().for_each(|id| module.data.delete(id));
    module.start = None;
}

/// Makes a thing one that comes from the first part.
fn take(module: &mut Module, ids: &Ids, thing: Shared, name: &str) -> Result<()> {
    match thing {
        Shared::Function(place) => {
            let function = ids.function(place)?;
            if let FunctionKind::Import(old) = &module.funcs.get(function).kind {
                // What the first part gets from the browser it hands on.
                let import = module.imports.get_mut(old.import);
                FIRST.clone_into(&mut import.module);
                name.clone_into(&mut import.name);
            } else {
                let ty = module.funcs.get(function).ty();
                let import = module.imports.add(FIRST, name, function);
                module.funcs.get_mut(function).kind = FunctionKind::Import(ImportedFunction { import, ty });
            }
        }
        Shared::Global(place) => {
            let global = ids.global(place)?;
            let import = module.imports.add(FIRST, name, global);
            module.globals.get_mut(global).kind = GlobalKind::Import(import);
        }
        Shared::Table(place) => {
            let table = ids.table(place)?;
            module.tables.get_mut(table).import = Some(module.imports.add(FIRST, name, table));
        }
        Shared::Memory(place) => {
            let memory = ids.memory(place)?;
            module.memories.get_mut(memory).import = Some(module.imports.add(FIRST, name, memory));
        }
    }
    Ok(())
}

fn used(module: &Module, functions: &[FunctionId]) -> Used {
    let mut used = Used::default();
    for id in functions {
        if let FunctionKind::Local(function) = &module.funcs.get(*id).kind {
            dfs_in_order(&mut used, function, function.entry_block());
        }
    }
    used
}

/// Reads a module that is written without names.
fn read(wasm: &[u8]) -> Result<Module> {
    ModuleConfig::new()
        .generate_name_section(false)
        .generate_producers_section(false)
        .parse(wasm)
        .context("the module cannot be read")
}

/// The bytes of a module without what nothing uses.
fn bare(mut module: Module) -> Vec<u8> {
    passes::gc::run(&mut module);
    module.emit_wasm()
}

fn name(module: &Module, function: FunctionId) -> String {
    module.funcs.get(function).name.clone().unwrap_or_default()
}

/// The shortest names, one for each place.
pub(crate) fn short(place: usize) -> String {
    const LETTERS: &[u8; 52] = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    let letter = LETTERS.get(place % LETTERS.len()).map_or('_', |letter| char::from(*letter));
    let before = place / LETTERS.len();
    if before == 0 { letter.to_string() } else { short(before - 1) + &letter.to_string() }
}
