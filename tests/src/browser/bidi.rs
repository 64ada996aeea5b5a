//! Owns a connection of WebDriver BiDi: commands and their answers, and what the browser tells by itself.
//!
//! Never knows a command or an event: `firefox` sends them, and `heard` reads them.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::{Context, Result, anyhow, ensure};
use futures_util::stream::{SplitSink, SplitStream};
use futures_util::{SinkExt, StreamExt};
use serde_json::{Value, json};
use tokio::net::TcpStream;
use tokio::sync::oneshot;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async};

type Socket = WebSocketStream<MaybeTlsStream<TcpStream>>;

/// A connection, closed when nobody holds it any more.
#[derive(Clone, Debug)]
pub(super) struct Bidi(Arc<Ends>);

#[derive(Debug)]
struct Ends {
    out: tokio::sync::Mutex<SplitSink<Socket, Message>>,
    waiting: Mutex<Waiting>,
}

/// Those who wait for an answer, by the number of their command.
#[derive(Debug, Default)]
struct Waiting {
    last: u64,
    open: BTreeMap<u64, oneshot::Sender<Value>>,
}

impl Bidi {
    /// Connects, and hands on whatever the browser tells: the event's name and what it says.
    pub(super) async fn connect(address: &str, tells: impl Fn(&str, &Value) + Send + 'static) -> Result<Self> {
        let (socket, _) = connect_async(address).await.with_context(|| format!("no WebDriver BiDi at {address}"))?;
        let (out, from) = socket.split();
        let bidi = Self(Arc::new(Ends { out: out.into(), waiting: Mutex::default() }));
        tokio::spawn(read(Arc::downgrade(&bidi.0), from, tells));
        Ok(bidi)
    }

    /// Sends a command and waits for its answer.
    pub(super) async fn send(&self, command: &str, params: Value) -> Result<Value> {
        let (sender, answer) = oneshot::channel();
        let number = {
            let mut waiting = self.0.waiting.lock().unwrap_or_else(PoisonError::into_inner);
            waiting.last += 1;
            let number = waiting.last;
            waiting.open.insert(number, sender);
            number
        };
        let text = json!({ "id": number, "method": command, "params": params }).to_string();
        self.0.out.lock().await.send(Message::Text(text.into())).await?;
        let answer = answer.await.with_context(|| format!("the browser ended before it answered {command}"))?;
        ensure!(answer.get("error").is_none(), "{command}: {answer}");
        answer.get("result").cloned().ok_or_else(|| anyhow!("{command} has no answer: {answer}"))
    }
}

/// Reads until the browser ends or nobody is there who could ask.
async fn read(ends: std::sync::Weak<Ends>, mut from: SplitStream<Socket>, tells: impl Fn(&str, &Value)) {
    while let Some(Ok(message)) = from.next().await {
        let Message::Text(text) = message else { continue };
        let Ok(told) = serde_json::from_str::<Value>(&text) else { continue };
        if let Some(event) = told.get("method").and_then(Value::as_str) {
            tells(event, told.get("params").unwrap_or(&Value::Null));
            continue;
        }
        let Some(ends) = ends.upgrade() else { return };
        let number = told.get("id").and_then(Value::as_u64).unwrap_or_default();
        let waiting = ends.waiting.lock().unwrap_or_else(PoisonError::into_inner).open.remove(&number);
        if let Some(waiting) = waiting {
            // Whoever asked may have stopped waiting.
            let _ = waiting.send(told);
        }
    }
    if let Some(ends) = ends.upgrade() {
        ends.waiting.lock().unwrap_or_else(PoisonError::into_inner).open.clear();
    }
}
