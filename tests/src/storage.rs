//! Owns what a test does to the browser's storage: reads it, damages it, has it refused.
//!
//! Never done by a person; the names of database, store and fields are those of the player's `store.rs`.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use crate::person::Person;

/// Ways in which browsers refuse storage: each a script that runs before the page.
pub const REFUSALS: [(&str, &str); 7] = [
    ("there is no database", "Object.defineProperty(window, 'indexedDB', { value: undefined })"),
    (
        "asking for the database throws",
        "Object.defineProperty(window, 'indexedDB', { get() { throw new DOMException('no', 'SecurityError') } })",
    ),
    ("opening throws", "IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError') }"),
    (
        "opening fails later",
        // As when a later version of the player has been here.
        "const open = IDBFactory.prototype.open;
         IDBFactory.prototype.open = function (name) { open.call(this, name, 9); return open.call(this, name, 1) }",
    ),
    ("opening never ends", "IDBFactory.prototype.open = function () { return new EventTarget() }"),
    ("adding throws", "IDBObjectStore.prototype.add = () => { throw new DOMException('full', 'QuotaExceededError') }"),
    (
        "adding fails later",
        "const add = IDBObjectStore.prototype.add;
         IDBObjectStore.prototype.add = function (record) {
           const request = add.call(this, record);
           request.addEventListener('success', () => this.transaction.abort());
           return request;
         }",
    ),
];

const OPEN: &str = "
    const [set, line, done] = arguments;
    const failed = (event) => done({ error: String(event.target.error) });
    const request = indexedDB.open('verbatim');
    request.onerror = failed;
    request.onsuccess = () => {
      const database = request.result;
      const transaction = database.transaction('events', 'readwrite');
      const events = transaction.objectStore('events');
      transaction.onabort = failed;";

impl Person {
    /// Adds a record to the saved events of a set, as it stands. The player has to have opened the database before.
    ///
    /// # Errors
    ///
    /// What the browser says against it.
    pub async fn saves_by_hand(&self, set: &str, line: &str) -> Result<()> {
        let script = format!(
            "{OPEN} events.add({{ set, line }}); transaction.oncomplete = () => {{ database.close(); done({{}}) }} }}"
        );
        self.runs(&script, set, line).await.map(|_| ())
    }

    /// The saved lines of a set, oldest first.
    ///
    /// # Errors
    ///
    /// What the browser says against it.
    pub async fn saved_lines(&self, set: &str) -> Result<Vec<String>> {
        let script = format!(
            "{OPEN} const all = events.index('set').getAll(set);
             transaction.oncomplete = () => {{ database.close(); done({{ lines: all.result.map((one) => one.line) }}) }} }}"
        );
        let value = self.runs(&script, set, "").await?;
        let lines = value.get("lines").and_then(Value::as_array).context("no lines came back")?;
        Ok(lines.iter().map(|line| line.as_str().unwrap_or_default().to_owned()).collect())
    }

    async fn runs(&self, script: &str, set: &str, line: &str) -> Result<Value> {
        let answer = self.window().execute_async(script, vec![json!(set), json!(line)]).await?;
        let answer = answer.json().clone();
        ensure!(answer.get("error").is_none(), "the browser's storage says {answer}");
        Ok(answer)
    }
}
