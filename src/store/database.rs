//! Owns the browser's database (IndexedDB) as a log: lines are added, and read back by set in that order.
//!
//! Never changes a line, and erases all or none. Transactions of several tabs follow each other, so that none overwrites another.

use js_sys::{Array, Object, Promise, Reflect};
use wasm_bindgen::prelude::{Closure, wasm_bindgen};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    IdbDatabase, IdbObjectStore, IdbObjectStoreParameters, IdbOpenDbRequest, IdbRequest, IdbTransaction,
    IdbTransactionMode, Window,
};

use super::Line;

const NAME: &str = "verbatim";
const VERSION: f64 = 1.0;
const EVENTS: &str = "events";
/// The page's promise of the database, where it has begun to open it.
const BEGUN: &str = "verbatimDatabase";
const SET: &str = "set";
const LINE: &str = "line";

/// After so many milliseconds a browser that gives no answer is taken to refuse.
const PATIENCE: i32 = 5_000;

/// The open database.
#[derive(Clone, Debug)]
pub struct Database(IdbDatabase);

impl Database {
    /// Opens it, and makes it where there is none.
    ///
    /// # Errors
    ///
    /// What the browser says against it.
    pub async fn open() -> Result<Self, JsValue> {
        let window = web_sys::window().ok_or(JsValue::NULL)?;
        let database = match Reflect::get(&window, &BEGUN.into())?.dyn_into::<Promise>() {
            Ok(begun) => limited(&begun).await?,
            Err(_) => begin(&window).await?,
        };
        Ok(Self(database.dyn_into()?))
    }

    /// All lines of a set, oldest first.
    ///
    /// # Errors
    ///
    /// What the browser says against it.
    pub async fn lines(&self, set: &str) -> Result<Vec<String>, JsValue> {
        let request = self.events(IdbTransactionMode::Readonly)?.index(SET)?.get_all_with_key(&set.into())?;
        let records: Array = result(&request).await?.dyn_into()?;
        let line = |record: JsValue| Reflect::get(&record, &LINE.into()).ok().and_then(|line| line.as_string());
        // A record without a line is damaged; as an empty line it is reported and kept.
        Ok(records.iter().map(|record| line(record).unwrap_or_default()).collect())
    }

    /// All lines of all sets, oldest first.
    ///
    /// # Errors
    ///
    /// What the browser says against it.
    pub async fn everything(&self) -> Result<Vec<Line>, JsValue> {
        let request = self.events(IdbTransactionMode::Readonly)?.get_all()?;
        let records: Array = result(&request).await?.dyn_into()?;
        let part = |record: &JsValue, name: &str| {
            Reflect::get(record, &name.into()).ok().and_then(|part| part.as_string()).unwrap_or_default()
        };
        Ok(records.iter().map(|record| Line { set: part(&record, SET), line: part(&record, LINE) }).collect())
    }

    /// Adds lines, all or none. The browser has all of them to write when this returns, and they are in the database when
    /// what it returns is done.
    ///
    /// # Errors
    ///
    /// What the browser says against it, at once or then.
    pub fn add(&self, lines: &[Line]) -> Result<JsFuture, JsValue> {
        let events = self.events(IdbTransactionMode::Readwrite)?;
        for Line { set, line } in lines {
            let record = Object::new();
            Reflect::set(&record, &SET.into(), &set.into())?;
            Reflect::set(&record, &LINE.into(), &line.into())?;
            events.add(&record)?;
        }
        Ok(done(&events.transaction()))
    }

    /// Erases all lines.
    ///
    /// # Errors
    ///
    /// What the browser says against it; then nothing is erased.
    pub async fn erase(&self) -> Result<(), JsValue> {
        let events = self.events(IdbTransactionMode::Readwrite)?;
        events.clear()?;
        done(&events.transaction()).await.map(|_| ())
    }

    fn events(&self, mode: IdbTransactionMode) -> Result<IdbObjectStore, JsValue> {
        self.0.transaction_with_str_and_mode(EVENTS, mode)?.object_store(EVENTS)
    }
}

/// Opens the database where the page has not begun to.
async fn begin(window: &Window) -> Result<JsValue, JsValue> {
    let factory = window.indexed_db()?.ok_or(JsValue::NULL)?;
    let request = factory.open_with_f64(NAME, VERSION)?;
    let opening = request.clone();
    let make = Closure::once(move || make(&opening));
    request.set_onupgradeneeded(Some(make.as_ref().unchecked_ref()));
    result(&request).await
}

/// Lays out a new database, as the page does (`embed/around.js`).
fn make(opening: &IdbOpenDbRequest) -> Result<(), JsValue> {
    let database: IdbDatabase = opening.result()?.dyn_into()?;
    let parameters = IdbObjectStoreParameters::new();
    parameters.set_auto_increment(true);
    let events = database.create_object_store_with_optional_parameters(EVENTS, &parameters)?;
    events.create_index_with_str(SET, SET)?;
    Ok(())
}

/// What a request comes to.
async fn result(request: &IdbRequest) -> Result<JsValue, JsValue> {
    let done = Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    });
    limited(&done).await?;
    request.result()
}

/// The end of a transaction, at which what it does is in the database. It ends at once and not when the page has heard
/// of each step, so that an end of the browser right after finds it done.
fn done(transaction: &IdbTransaction) -> JsFuture {
    let done = Promise::new(&mut |resolve, reject| {
        transaction.set_oncomplete(Some(&resolve));
        transaction.set_onabort(Some(&reject));
    });
    // A browser without this ends the transaction by itself.
    let _ = transaction.unchecked_ref::<Committing>().commit();
    limited(&done)
}

#[wasm_bindgen]
extern "C" {
    /// The part of a transaction that ends it. (The bindings have it only as what is to go.)
    type Committing;

    #[wasm_bindgen(method, catch)]
    fn commit(this: &Committing) -> Result<(), JsValue>;
}

/// A promise that is broken when it is not kept in time.
fn limited(promise: &Promise) -> JsFuture {
    let limit = Promise::new(&mut |_, reject| {
        if let Some(window) = web_sys::window() {
            // Without a timer there is no limit, and the promise is waited for.
            let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&reject, PATIENCE);
        }
    });
    JsFuture::from(Promise::race(&Array::of2(promise, &limit)))
}
