//! Owns the tests of cutting: a module in two parts does what the whole one does, and brings the rest when it is needed.
#![allow(clippy::unwrap_used, reason = "a test may stop at the first thing that is not as it should be")]

use verbatim_split::{Names, Parts, split};
use wasmi::{Caller, Engine, Extern, Instance, Linker, Module, Store, Val};

/// `sum` adds what the browser gives to what stands in memory; `far` is called by it, `near` by `far`, and `by_table` from
/// the table. What is written to the global by one part is read by the other.
const WHOLE: &str = r#"(module
  (import "env" "given" (func $given (result i32)))
  (memory (export "memory") 1)
  (data (i32.const 8) "\05\00\00\00")
  (global $calls (export "calls") (mut i32) (i32.const 0))
  (table (export "table") 3 3 funcref)
  (elem (i32.const 1) func $by_table $near)
  (type $gives (func (result i32)))
  (func $count (global.set $calls (i32.add (global.get $calls) (i32.const 1))))
  (func $near (result i32) (call $count) (i32.load (i32.const 8)))
  (func $far (param i32) (result i32)
    (call $count)
    (i32.add (local.get 0) (i32.add (call $given) (call $near))))
  (func $by_table (result i32) (i32.mul (call $far (i32.const 100)) (i32.const 2)))
  (func $sum (export "sum") (param i32) (result i32) (call $far (local.get 0)))
  (func $table_sum (export "table_sum") (result i32) (call_indirect (type $gives) (i32.const 1)))
  (func (export "near") (result i32) (call $near)))"#;

/// How often the rest was waited for, and what it is.
#[derive(Default)]
struct Host {
    waits: usize,
    rest: Vec<u8>,
    first: Option<Instance>,
}

/// Runs the parts, with what the browser gives.
fn run(parts: &Parts) -> (Store<Host>, Instance) {
    let engine = Engine::default();
    let mut store = Store::new(&engine, Host { rest: parts.late.clone(), ..Host::default() });
    let mut linker = Linker::new(&engine);
    linker.func_wrap("env", "given", || 1000_i32).unwrap();
    linker
        .func_wrap("late", "wait", |mut caller: Caller<'_, Host>| {
            caller.data_mut().waits += 1;
            let (first, rest) = (caller.data().first.unwrap(), caller.data().rest.clone());
            join(&mut caller, first, &rest);
        })
        .unwrap();
    let module = Module::new(&engine, &parts.first).unwrap();
    let first = linker.instantiate_and_start(&mut store, &module).unwrap();
    store.data_mut().first = Some(first);
    (store, first)
}

/// Puts the rest beside the first part.
fn join(store: &mut impl wasmi::AsContextMut<Data = Host>, first: Instance, rest: &[u8]) {
    let module = Module::new(store.as_context().engine(), rest).unwrap();
    let mut linker = Linker::new(store.as_context().engine());
    let given: Vec<(String, Extern)> =
        first.exports(&*store).map(|export| (export.name().to_owned(), export.into_extern())).collect();
    for (name, thing) in given {
        linker.define("first", &name, thing).unwrap();
    }
    linker.instantiate_and_start(store, &module).unwrap();
}

fn call(store: &mut Store<Host>, instance: Instance, name: &str, given: &[Val]) -> i32 {
    let mut result = [Val::I32(0)];
    instance.get_func(&*store, name).unwrap().call(store, given, &mut result).unwrap();
    result[0].i32().unwrap()
}

fn parts(first: &[&str]) -> Parts {
    split(&wat::parse_str(WHOLE).unwrap(), &first.iter().collect::<Names>()).unwrap()
}

fn check(first: &[&str], waits: usize) {
    let (mut store, instance) = run(&parts(first));
    assert_eq!(call(&mut store, instance, "sum", &[Val::I32(20)]), 1025, "{first:?}");
    assert_eq!(call(&mut store, instance, "table_sum", &[]), 2210, "{first:?}");
    assert_eq!(call(&mut store, instance, "near", &[]), 5, "{first:?}");
    let calls = instance.get_global(&store, "calls").unwrap().get(&store).i32();
    assert_eq!(calls, Some(5), "{first:?}");
    assert_eq!(store.data().waits, waits, "{first:?}");
}

#[test]
fn a_module_in_parts_does_what_the_whole_one_does() {
    for first in [&["near"][..], &["far"], &["by_table", "count"], &["near", "count"], &["far", "near"]] {
        check(first, 1);
    }
}

#[test]
fn nobody_waits_for_what_is_not_called() {
    // What has no name comes first, as the export does that calls `near`.
    let (mut store, instance) = run(&parts(&["near", "count"]));
    assert_eq!(call(&mut store, instance, "near", &[]), 5);
    assert_eq!(store.data().waits, 0);
    assert_eq!(call(&mut store, instance, "table_sum", &[]), 2210);
    assert_eq!(store.data().waits, 1);
}

#[test]
fn who_comes_early_enough_is_not_waited_for() {
    let parts = parts(&["near", "count"]);
    let (mut store, instance) = run(&parts);
    join(&mut store, instance, &parts.late);
    assert_eq!(call(&mut store, instance, "sum", &[Val::I32(20)]), 1025);
    assert_eq!(store.data().waits, 0);
}

#[test]
fn a_module_of_which_nothing_is_known_is_not_cut() {
    let failure = split(&wat::parse_str(WHOLE).unwrap(), &["other"].iter().collect()).unwrap_err();
    assert!(failure.to_string().contains("no function of the module"), "{failure}");
}
