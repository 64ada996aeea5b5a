//! Owns requests to an LMS and its learning record store (LRS), by the forms of xAPI 1.0.3 (Communication, 2 and 3).
//!
//! Never knows why something is asked.

use js_sys::encode_uri_component;
use verbatim_lms::cmi5::VERSION;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortSignal, Headers, RequestInit, Response};

/// So long an answer is waited for, in milliseconds.
const PATIENCE: u32 = 15_000;

/// What was answered.
#[derive(Clone, Debug)]
pub(super) struct Answer {
    pub status: u16,
    pub text: String,
    /// Which edition of a document it is, where the LRS says so and lets pages read it.
    pub edition: Option<String>,
}

impl Answer {
    pub fn is_good(&self) -> bool {
        (200..300).contains(&self.status)
    }
}

/// A request.
#[derive(Debug)]
pub(super) struct Request<'a> {
    pub method: &'static str,
    pub address: String,
    pub headers: Vec<(&'static str, String)>,
    pub body: Option<&'a str>,
}

impl Request<'_> {
    /// Asks; `None` where nobody answers.
    pub async fn ask(&self) -> Option<Answer> {
        let init = self.init()?;
        init.set_signal(Some(&AbortSignal::timeout_with_u32(PATIENCE)));
        let asked = web_sys::window()?.fetch_with_str_and_init(&self.address, &init);
        let response: Response = JsFuture::from(asked).await.ok()?.dyn_into().ok()?;
        let text = JsFuture::from(response.text().ok()?).await.ok()?.as_string()?;
        let edition = response.headers().get("ETag").ok().flatten();
        Some(Answer { status: response.status(), text, edition })
    }

    /// Asks without hearing the answer: the request outlasts the page.
    pub fn send_off(&self) {
        let (Some(init), Some(window)) = (self.init(), web_sys::window()) else { return };
        // Not among what the bindings have by name.
        let _ = js_sys::Reflect::set(&init, &"keepalive".into(), &JsValue::TRUE);
        let _ = window.fetch_with_str_and_init(&self.address, &init);
    }

    fn init(&self) -> Option<RequestInit> {
        let headers = Headers::new().ok()?;
        for (name, value) in &self.headers {
            headers.set(name, value).ok()?;
        }
        let init = RequestInit::new();
        init.set_method(self.method);
        init.set_headers(&headers);
        if let Some(body) = self.body {
            init.set_body(&body.into());
        }
        Some(init)
    }
}

/// A learning record store, with what opens it.
#[derive(Clone, Debug)]
pub(super) struct Lrs {
    pub endpoint: String,
    pub token: String,
}

impl Lrs {
    /// A request to one of its resources.
    pub fn request<'a>(
        &self,
        method: &'static str,
        resource: &str,
        parameters: &[(&str, &str)],
        body: Option<(&'static str, &'a str)>,
    ) -> Request<'a> {
        let written = |(name, value): &(&str, &str)| format!("{name}={}", String::from(encode_uri_component(value)));
        let query = parameters.iter().map(written).collect::<Vec<_>>().join("&");
        // Whoever asks by an address with a `?` already has a store behind it.
        let between = if self.endpoint.contains('?') { "&" } else { "?" };
        let between = if query.is_empty() { "" } else { between };
        let address = format!("{}/{resource}{between}{query}", self.endpoint.trim_end_matches('/'));
        // Some give it with the name of its scheme (cmi5, 8.2.2, has it without).
        let token = self.token.trim_start_matches("Basic ");
        let mut headers =
            vec![("X-Experience-API-Version", VERSION.to_owned()), ("Authorization", format!("Basic {token}"))];
        headers.extend(body.map(|(kind, _)| ("Content-Type", kind.to_owned())));
        Request { method, address, headers, body: body.map(|(_, body)| body) }
    }
}
