//! Owns what a host does for a browser that cannot do it: scripts before its pages, and hearing of their errors.
//!
//! Never changes what the worker asks for: that is proved by its hash.

use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::response::{IntoResponse, Response};
use http::header::{CACHE_CONTROL, CONTENT_LENGTH, CONTENT_TYPE, ETAG, HeaderValue, LAST_MODIFIED};
use http::{Method, StatusCode};

use super::fault::LARGEST;
use super::{Desk, answers, is_kept};
use crate::browser::Heard;
use crate::browser::webkit::{SAID, TELLS, UNKEPT};

/// Answers a request, and listens.
pub(super) async fn listens(ear: &Heard, desk: &Desk, request: Request) -> Response {
    let path = request.uri().path().to_owned();
    if path == SAID {
        let words = to_bytes(request.into_body(), LARGEST).await.unwrap_or_default();
        let words = String::from_utf8_lossy(&words).into_owned();
        if !words.is_empty() {
            ear.is_told(words);
        }
        return StatusCode::NO_CONTENT.into_response();
    }
    let by_page = !is_kept(&request) && request.method() == Method::GET;
    let response = answers(desk, request).await;
    if by_page && (response.status().is_client_error() || response.status().is_server_error()) {
        ear.is_told(format!("{path} came with status {}", response.status().as_u16()));
    }
    let is_page = response.headers().get(CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    if by_page && is_page { with_scripts(ear, response).await } else { response }
}

/// A page with scripts in front of everything, its policy too. It is not the file that the host vouches for, and nobody
/// may keep it.
async fn with_scripts(ear: &Heard, response: Response) -> Response {
    let (mut head, body) = response.into_parts();
    let Ok(bytes) = to_bytes(body, LARGEST).await else { return StatusCode::BAD_GATEWAY.into_response() };
    let scripts = ear.before_pages();
    let kept = if scripts.is_empty() { "" } else { UNKEPT };
    let each: String = scripts.iter().map(|script| format!("<script>{{ {script} }}</script>")).collect();
    let text = String::from_utf8_lossy(&bytes);
    let text = text.replacen("<head>", &format!("<head><script>{{ {TELLS}; {kept} }}</script>{each}"), 1);
    for header in [CONTENT_LENGTH, ETAG, LAST_MODIFIED] {
        head.headers.remove(header);
    }
    head.headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Response::from_parts(head, Body::from(text))
}
