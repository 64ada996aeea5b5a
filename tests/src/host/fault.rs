//! Owns what can go wrong with a file on its way.
//!
//! Never decides which file: the test does.

use std::io::Error;

use axum::body::{Body, Bytes, to_bytes};
use axum::response::{IntoResponse, Response};
use futures_util::{StreamExt as _, stream};
use http::StatusCode;
use http::header::{CONTENT_LENGTH, ETAG, LAST_MODIFIED};

/// Larger than any file of the site.
pub(super) const LARGEST: usize = 16 << 20;

/// The end of a body that breaks, after what came before has gone out.
async fn breaking() -> Result<Bytes, Error> {
    tokio::task::yield_now().await;
    Err(Error::other("the connection breaks"))
}

/// A way in which a host fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The file is not there.
    Missing,
    /// Half of the file comes, and the host says that it is all.
    Truncated,
    /// The connection breaks in the middle of the file.
    Cut,
    /// The first bytes are others, as in a file of another version.
    OtherVersion,
    /// Nothing comes before the host is well again.
    Held,
}

impl Fault {
    /// The response as it arrives with this fault.
    pub(super) async fn spoil(self, response: Response) -> Response {
        let (mut head, body) = response.into_parts();
        let Ok(bytes) = to_bytes(body, LARGEST).await else { return StatusCode::BAD_GATEWAY.into_response() };
        // A spoilt copy is not the file that the host vouches for.
        for header in [CONTENT_LENGTH, ETAG, LAST_MODIFIED] {
            head.headers.remove(header);
        }
        let half = bytes.slice(..bytes.len() / 2);
        let body = match self {
            Self::Missing => return StatusCode::NOT_FOUND.into_response(),
            Self::Held => Body::from(bytes),
            Self::Truncated => Body::from(half),
            Self::Cut => {
                head.headers.insert(CONTENT_LENGTH, bytes.len().into());
                Body::from_stream(stream::once(async { Ok(half) }).chain(stream::once(breaking())))
            }
            Self::OtherVersion => Body::from([b"vbm0", bytes.get(4..).unwrap_or_default()].concat()),
        };
        Response::from_parts(head, body)
    }
}
