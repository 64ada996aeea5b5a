//! Owns the browser's database (IndexedDB) as a log: lines are added, and read back by set in that order.
//!
//! Never changes or deletes a line. Transactions of several tabs follow each other, so that none overwrites another.

use js_sys::{Array, Object, Promise, Reflect};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    IdbDatabase, IdbObjectStore, IdbObjectStoreParameters, IdbOpenDbRequest, IdbRequest, IdbTransactionMode,
};

const NAME: &str = "verbatim";
const VERSION: f64 = 1.0;
const EVENTS: &str = "events";
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
        let factory = window.indexed_db()?.ok_or(JsValue::NULL)?;
        let request = factory.open_with_f64(NAME, VERSION)?;
        let opening = request.clone();
        let make = Closure::once(move || make(&opening));
        request.set_onupgradeneeded(Some(make.as_ref().unchecked_ref()));
        let database = result(&request).await?;
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

    /// Adds a line; it is in the database when this returns.
    ///
    /// # Errors
    ///
    /// What the browser says against it.
    pub async fn add(&self, set: &str, line: &str) -> Result<(), JsValue> {
        let record = Object::new();
        Reflect::set(&record, &SET.into(), &set.into())?;
        Reflect::set(&record, &LINE.into(), &line.into())?;
        let events = self.events(IdbTransactionMode::Readwrite)?;
        let transaction = events.transaction();
        events.add(&record)?;
        let done = Promise::new(&mut |resolve, reject| {
            transaction.set_oncomplete(Some(&resolve));
            transaction.set_onabort(Some(&reject));
        });
        limited(&done).await.map(|_| ())
    }

    fn events(&self, mode: IdbTransactionMode) -> Result<IdbObjectStore, JsValue> {
        self.0.transaction_with_str_and_mode(EVENTS, mode)?.object_store(EVENTS)
    }
}

/// Lays out a new database.
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
