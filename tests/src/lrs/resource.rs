//! Owns the resources of the LMS as requests see them.
//!
//! Never keeps anything itself: the book does.

use std::sync::{Mutex, PoisonError};

use axum::body::{Bytes, to_bytes};
use axum::extract::Request;
use axum::response::{IntoResponse, Response};
use http::header::{AUTHORIZATION, CONTENT_TYPE, ETAG, IF_MATCH, IF_NONE_MATCH};
use http::request::Parts;
use http::{HeaderMap, Method, StatusCode};
use serde_json::{Value, json};
use sha1_smol::Sha1;

use super::book::{self, Book};
use super::{ACTIVITY, of};

/// The most bytes of a request.
const MOST: usize = 10_000_000;

pub(super) async fn answer(book: &Mutex<Book>, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let body = to_bytes(body, MOST).await;
    let mut book = book.lock().unwrap_or_else(PoisonError::into_inner);
    let Ok(body) = body else { return StatusCode::BAD_REQUEST.into_response() };
    let path = parts.uri.path().to_owned();
    book.asked.push(format!("{} {path}", parts.method));
    let query = query(&parts);
    if path == "/fetch" {
        return fetched(&mut book, &parts.method, &query);
    }
    if let Some(status) = book.status.and_then(|status| StatusCode::from_u16(status).ok()) {
        return status.into_response();
    }
    if let Some(refused) = refused(&mut book, &parts.headers) {
        return refused.into_response();
    }
    let response = match path.as_str() {
        "/xapi/statements" => statements(&mut book, &parts, &query, &body),
        "/xapi/activities/state" => state(&mut book, &parts, &query, body),
        "/xapi/agents/profile" => StatusCode::NOT_FOUND.into_response(),
        other => {
            book.forbids(format!("a request to {other}"));
            StatusCode::NOT_FOUND.into_response()
        }
    };
    let is_lost = book.loses_answers && path == "/xapi/statements";
    if is_lost { StatusCode::GATEWAY_TIMEOUT.into_response() } else { response }
}

/// What stands behind the `?`.
fn query(parts: &Parts) -> Vec<(String, String)> {
    let whole = reqwest::Url::parse(&format!("http://lms.example{}", parts.uri));
    whole.map(|whole| whole.query_pairs().into_owned().collect()).unwrap_or_default()
}

fn json_of(value: &Value) -> Response {
    ([(CONTENT_TYPE, "application/json")], value.to_string()).into_response()
}

fn given<'a>(query: &'a [(String, String)], name: &str) -> &'a str {
    query.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value)
}

/// The token of a session, once (cmi5, 8.2).
fn fetched(book: &mut Book, method: &Method, query: &[(String, String)]) -> Response {
    if *method != Method::POST {
        book.forbids(format!("a token was asked for by {method}"));
    }
    let session = given(query, "k").parse::<usize>().ok().and_then(|number| book.sessions.get_mut(number - 1));
    let Some(session) = session else { return StatusCode::NOT_FOUND.into_response() };
    if core::mem::replace(&mut session.is_fetched, true) {
        let error = json!({ "error-code": "1", "error-text": "The token was given out before." });
        return json_of(&error);
    }
    json_of(&json!({ "auth-token": session.token }))
}

/// Whether a request lacks what every request has to bring: version and authorisation (3.3, 4).
fn refused(book: &mut Book, headers: &HeaderMap) -> Option<StatusCode> {
    let read = |name: &str| headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned();
    if !read("x-experience-api-version").starts_with("1.0") {
        book.forbids("a request without a version".to_owned());
        return Some(StatusCode::BAD_REQUEST);
    }
    let given = read(AUTHORIZATION.as_str());
    let token = given.strip_prefix("Basic ").unwrap_or_default();
    let is_known = book.sessions.iter().any(|session| session.is_fetched && session.token == token);
    if !is_known {
        book.forbids(format!("a request with the authorisation {given:?}"));
        return Some(StatusCode::UNAUTHORIZED);
    }
    None
}

/// 2.1.
fn statements(book: &mut Book, parts: &Parts, query: &[(String, String)], body: &Bytes) -> Response {
    let kind = parts.headers.get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    if !kind.starts_with("application/json") {
        book.forbids(format!("statements as {kind:?}"));
        return StatusCode::BAD_REQUEST.into_response();
    }
    let Ok(read) = serde_json::from_slice::<Value>(body) else {
        book.forbids("statements that are no JSON".to_owned());
        return StatusCode::BAD_REQUEST.into_response();
    };
    match (&parts.method, read) {
        (&Method::POST, Value::Array(list)) => {
            let ids: Vec<Value> = list.iter().map(|statement| of(statement, &["id"]).clone()).collect();
            match book.take(list) {
                StatusCode::OK => json_of(&Value::Array(ids)),
                refused => refused.into_response(),
            }
        }
        (&Method::PUT, statement @ Value::Object(_)) if *of(&statement, &["id"]) == given(query, "statementId") => {
            match book.take(vec![statement]) {
                StatusCode::OK => StatusCode::NO_CONTENT.into_response(),
                refused => refused.into_response(),
            }
        }
        (method, _) => {
            book.forbids(format!("statements by {method}"));
            StatusCode::BAD_REQUEST.into_response()
        }
    }
}

/// 2.3, with the conditions of 3.1.
fn state(book: &mut Book, parts: &Parts, query: &[(String, String)], body: Bytes) -> Response {
    let agent = serde_json::from_str::<Value>(given(query, "agent")).unwrap_or_default();
    let is_ours = given(query, "activityId") == ACTIVITY && given(query, "registration") == book::REGISTRATION;
    if !is_ours || agent != book::actor() {
        book.forbids(format!("a document of somebody else: {query:?}"));
        return StatusCode::BAD_REQUEST.into_response();
    }
    let name = given(query, "stateId");
    if name == "LMS.LaunchData" && parts.method != Method::GET {
        book.forbids("the launch data was to be changed".to_owned());
        return StatusCode::FORBIDDEN.into_response();
    }
    let edition = book.kept(name).map(|bytes| format!("\"{}\"", Sha1::from(&bytes).hexdigest()));
    let condition = |header| parts.headers.get(header).and_then(|value: &http::HeaderValue| value.to_str().ok());
    let is_met = condition(IF_MATCH).is_none_or(|wanted| edition.as_deref() == Some(wanted))
        && condition(IF_NONE_MATCH).is_none_or(|_| edition.is_none());
    match parts.method {
        Method::GET => match book.kept(name) {
            Some(bytes) => ([(ETAG, edition.unwrap_or_default())], bytes).into_response(),
            None => StatusCode::NOT_FOUND.into_response(),
        },
        _ if !is_met => StatusCode::PRECONDITION_FAILED.into_response(),
        Method::PUT => {
            book.put(name, body.to_vec());
            StatusCode::NO_CONTENT.into_response()
        }
        Method::DELETE => {
            book.forget(name);
            StatusCode::NO_CONTENT.into_response()
        }
        _ => StatusCode::METHOD_NOT_ALLOWED.into_response(),
    }
}
