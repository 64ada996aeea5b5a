//! Owns what a test does to the browser's storage: reads it, damages it, has it refused.
//!
//! Never done by a person; the names of database, store and fields are those of the player's `store.rs`.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use crate::person::Person;

/// Ways in which browsers refuse their database: each a script that runs before the page.
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
    ("adding fails later", "IDBTransaction.prototype.commit = function () { this.abort() }"),
];

/// Ways in which browsers refuse local storage.
pub const LOCAL_REFUSALS: [(&str, &str); 3] = [
    (
        "asking for local storage throws",
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })",
    ),
    ("there is no local storage", "Object.defineProperty(window, 'localStorage', { value: null })"),
    ("local storage is full", "Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError') }"),
];

/// A database in which each change takes a second and a half, and local storage that is refused: what is saved is saved
/// slowly.
pub const SLOW: &str = "
    Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } });
    const add = IDBObjectStore.prototype.add;
    IDBTransaction.prototype.commit = () => {};
    IDBObjectStore.prototype.add = function (record) {
      const end = performance.now() + 1500;
      const busy = () => { if (performance.now() < end) this.count().onsuccess = busy };
      busy();
      return add.call(this, record);
    };";

/// The key of a line in the journal, which is in local storage.
#[must_use]
pub fn journal_key(set: &str, line: &str) -> String {
    format!("verbatim line {set}\n{line}")
}

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

    /// Adds any record to the saved events, as it stands.
    ///
    /// # Errors
    ///
    /// What the browser says against it.
    pub async fn saves_record_by_hand(&self, record: &Value) -> Result<()> {
        let script =
            format!("{OPEN} events.add(set); transaction.oncomplete = () => {{ database.close(); done({{}}) }} }}");
        let answer = self.window().execute_async(script, vec![record.clone(), Value::Null]).await?;
        ensure!(answer.json().get("error").is_none(), "the browser's storage says {}", answer.json());
        Ok(())
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

    /// Writes into local storage.
    ///
    /// # Errors
    ///
    /// What the browser says against it.
    pub async fn notes_by_hand(&self, key: &str, value: &str) -> Result<()> {
        self.window().execute("localStorage.setItem(...arguments)", vec![json!(key), json!(value)]).await?;
        Ok(())
    }

    /// The keys of lines in local storage.
    ///
    /// # Errors
    ///
    /// What the browser says against it.
    pub async fn noted_keys(&self) -> Result<Vec<String>> {
        Ok(self
            .window()
            .execute("return Object.keys(localStorage).filter(key => key.startsWith('verbatim line '))", Vec::new())
            .await?
            .convert()?)
    }

    /// Fills local storage up to the last character.
    ///
    /// # Errors
    ///
    /// What the browser says against it.
    pub async fn fills_local_storage(&self) -> Result<()> {
        let script = "let [size, count] = [1 << 20, 0];
            while (size >= 1) {
              try { localStorage.setItem('fill ' + count, 'x'.repeat(size)); count += 1 } catch { size >>= 1 }
            }
            return count";
        let filled: u32 = self.window().execute(script, Vec::new()).await?.convert()?;
        ensure!(filled > 0, "local storage takes nothing at all");
        Ok(())
    }

    async fn runs(&self, script: &str, set: &str, line: &str) -> Result<Value> {
        let answer = self.window().execute_async(script, vec![json!(set), json!(line)]).await?;
        let answer = answer.json().clone();
        ensure!(answer.get("error").is_none(), "the browser's storage says {answer}");
        Ok(answer)
    }
}
