//! Owns the life of a host: a thread of its own that listens, and whose end is the end of every connection.
//!
//! Never says goodbye, as a process that is killed does not.

use std::net::SocketAddr;
use std::thread::{self, JoinHandle};
use std::time::Duration;

use anyhow::{Context, Result};
use axum::Router;
use tokio::net::TcpListener;
use tokio::runtime::Builder;
use tokio::sync::oneshot;

/// A host that listens. It ends when it is dropped.
#[derive(Debug)]
pub(crate) struct Process {
    end: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Process {
    /// Listens at an address (port 0 for a free one), and says at which.
    pub(crate) fn start(address: SocketAddr, router: Router) -> Result<(Self, SocketAddr)> {
        let runtime = Builder::new_current_thread().enable_all().build().context("no thread for the test's host")?;
        let listener = std::net::TcpListener::bind(address).context("no port for the test's host")?;
        listener.set_nonblocking(true)?;
        let address = listener.local_addr()?;
        let (end, ended) = oneshot::channel();
        let thread = thread::spawn(move || {
            runtime.block_on(async {
                let Ok(listener) = TcpListener::from_std(listener) else { return };
                tokio::select! {
                    _ = ended => {}
                    _ = axum::serve(listener, router) => {}
                }
            });
            // With it goes whatever it still had to send.
            runtime.shutdown_timeout(Duration::ZERO);
        });
        Ok((Self { end: Some(end), thread: Some(thread) }, address))
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        if let Some(end) = self.end.take() {
            // It may have ended by itself.
            let _ = end.send(());
        }
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}
