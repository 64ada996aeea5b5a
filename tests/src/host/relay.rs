//! Owns passing on: a request to a server of others, and its response as it is.
//!
//! Never decides what becomes of the response: the host may spoil it.

use anyhow::Result;
use axum::body::Body;
use axum::extract::Request;
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use http::header::{ACCEPT_ENCODING, CONNECTION, HOST, TRANSFER_ENCODING};

use super::server::Serving;

/// The way to a server.
#[derive(Debug)]
pub(super) struct Relay {
    serving: Serving,
    client: reqwest::Client,
}

impl Relay {
    /// The way to this server.
    ///
    /// # Errors
    ///
    /// That there is no client.
    pub(super) fn to(serving: Serving) -> Result<Self> {
        Ok(Self { serving, client: reqwest::Client::builder().no_proxy().build()? })
    }

    /// What the server says to a request. What is to be spoilt must not come compressed: its first bytes and its half
    /// would be others.
    pub(super) async fn asks(&self, request: Request, compressed: bool) -> Response {
        let (request, _) = request.into_parts();
        let mut headers = request.headers;
        for header in [HOST, CONNECTION] {
            headers.remove(header);
        }
        if !compressed {
            headers.remove(ACCEPT_ENCODING);
        }
        let address = format!("{}{}", self.serving.origin(), request.uri);
        let asked = self.client.request(request.method, address).headers(headers).send().await;
        let Ok(said) = asked else { return StatusCode::BAD_GATEWAY.into_response() };
        let (status, headers) = (said.status(), said.headers().clone());
        let Ok(bytes) = said.bytes().await else { return StatusCode::BAD_GATEWAY.into_response() };
        let mut response = Response::new(Body::from(bytes));
        *response.status_mut() = status;
        *response.headers_mut() = headers;
        for header in [CONNECTION, TRANSFER_ENCODING] {
            response.headers_mut().remove(header);
        }
        response
    }
}
