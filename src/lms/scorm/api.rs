//! Owns finding the run-time adapter of an LMS, and calling it.
//!
//! Never knows what is said. What an adapter throws is as if it had refused.

use std::cell::RefCell;

use js_sys::{Array, Function, Object, Reflect};
use verbatim_lms::Standard;
use wasm_bindgen::{JsCast, JsValue};

/// So many frames are looked through: 1.2 RTE 3.3.6.1, 2004 RTE 3.3.1.
const LEVELS: usize = 500;

/// The names of what an adapter does, in one standard.
#[derive(Debug)]
struct Names {
    adapter: &'static str,
    initialize: &'static str,
    get: &'static str,
    set: &'static str,
    commit: &'static str,
    finish: &'static str,
    error: &'static str,
    words: &'static str,
}

const SCORM_12: Names = Names {
    adapter: "API",
    initialize: "LMSInitialize",
    get: "LMSGetValue",
    set: "LMSSetValue",
    commit: "LMSCommit",
    finish: "LMSFinish",
    error: "LMSGetLastError",
    words: "LMSGetErrorString",
};

const SCORM_2004: Names = Names {
    adapter: "API_1484_11",
    initialize: "Initialize",
    get: "GetValue",
    set: "SetValue",
    commit: "Commit",
    finish: "Terminate",
    error: "GetLastError",
    words: "GetErrorString",
};

/// An adapter.
#[derive(Debug)]
pub(super) struct Api {
    adapter: JsValue,
    names: &'static Names,
    /// The first thing that it refused, with its reason.
    trouble: RefCell<Option<String>>,
}

impl Api {
    /// Looks for it in the window and the windows around it, then in the one that opened it, and around that, and
    /// last in the one that opened the outermost.
    pub fn find(standard: Standard) -> Option<Self> {
        let names = match standard {
            Standard::Scorm12 => &SCORM_12,
            Standard::Scorm2004 => &SCORM_2004,
        };
        let window = JsValue::from(web_sys::window()?);
        let opener = |of: &JsValue| field(of, "opener").filter(JsValue::is_object);
        let beyond = |of: &JsValue| around(&opener(of)?, names.adapter);
        let adapter = around(&window, names.adapter)
            .or_else(|| beyond(&window))
            // A player that an LMS has opened in a window may put the quiz into a frame there.
            .or_else(|| beyond(&field(&window, "top")?))?;
        Some(Self { adapter, names, trouble: RefCell::default() })
    }

    /// Begins; whether it could.
    pub fn initialize(&self) -> bool {
        self.does(self.names.initialize, &[""])
    }

    /// What an element says; nothing where it says nothing.
    pub fn get(&self, name: &str) -> String {
        self.call(self.names.get, &[name]).unwrap_or_default()
    }

    pub fn set(&self, name: &str, value: &str) {
        self.does(self.names.set, &[name, value]);
    }

    pub fn commit(&self) {
        self.does(self.names.commit, &[""]);
    }

    pub fn finish(&self) {
        self.does(self.names.finish, &[""]);
    }

    /// The first thing that it refused, with its reason.
    pub fn trouble(&self) -> Option<String> {
        self.trouble.borrow().clone()
    }

    /// Does something that can be refused.
    fn does(&self, function: &str, arguments: &[&str]) -> bool {
        let done = self.call(function, arguments).is_some_and(|answer| answer == "true");
        if !done {
            let code = self.call(self.names.error, &[]).unwrap_or_default();
            let words = self.call(self.names.words, &[&code]).unwrap_or_default();
            let what = arguments.first().copied().unwrap_or_default();
            let mut trouble = self.trouble.borrow_mut();
            trouble.get_or_insert_with(|| {
                [function, what, &code, &words].join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
            });
        }
        done
    }

    fn call(&self, function: &str, arguments: &[&str]) -> Option<String> {
        let function: Function = field(&self.adapter, function)?.dyn_into().ok()?;
        let arguments: Array = arguments.iter().map(|argument| JsValue::from(*argument)).collect();
        let answer = function.apply(&self.adapter, &arguments).ok()?;
        // Some adapters answer with a truth or a number where the standards have words.
        let answer = Object::from(answer).to_string();
        Some(answer.into())
    }
}

/// The adapter in a window, or in the nearest one around it.
fn around(window: &JsValue, name: &str) -> Option<JsValue> {
    let mut window = window.clone();
    for _ in 0..=LEVELS {
        // A window of another site tells nothing, and may stand within one that does.
        if let Some(adapter) = field(&window, name).filter(JsValue::is_object) {
            return Some(adapter);
        }
        let parent = field(&window, "parent").filter(|parent| parent.is_object() && *parent != window)?;
        window = parent;
    }
    None
}

fn field(of: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(of, &name.into()).ok()
}
