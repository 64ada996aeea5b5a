//! Owns `cargo xtask serve`: trunk running, the line that says where the quiz is, and the end.
//! Never sets anything up.

use crate::failure::{Explain, Failure, Outcome};
use crate::kit::Kit;
use crate::process::shown;
use crate::ready::{self, Progress};
use crate::saved::Saved;
use crate::say::{say, spoken};
use crate::trunk;
use crate::workspace::Workspace;
use std::net::{IpAddr, SocketAddr};
use std::process::{Child, Command};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant, SystemTime};

/// How often it is asked whether the quiz is there, whether trunk still runs, and whether a file was saved.
const PULSE: Duration = Duration::from_millis(200);

/// How long trunk may take to end in its own way.
const GRACE: Duration = Duration::from_secs(3);

/// Serves the quiz until trunk ends or a person ends it.
///
/// # Errors
/// When trunk cannot be started, or ends by itself.
pub fn serve(workspace: &Workspace, kit: &Kit, address: IpAddr, port: u16, open: bool) -> Outcome<()> {
    let stopped = stop_signal()?;
    let mut command = trunk::command(workspace, kit, "serve")?;
    command
        .args(["--port", &port.to_string()])
        .args(["--address", &address.to_string()])
        .arg("--dist")
        .arg(workspace.served());
    let mut saved = Saved::begin(workspace)?;
    command.arg("--watch").arg(saved.signal());
    if open {
        command.arg("--open");
    }
    say("building the quiz (the first time takes a minute or more) …");
    let mut watch = Watch {
        address: SocketAddr::new(ready::reachable(address), port),
        page: workspace.served().join("index.html"),
        started: SystemTime::now(),
        begun: Instant::now(),
        said: Progress::Building,
    };
    let mut child = spawn(&mut command)?;
    loop {
        match stopped.recv_timeout(PULSE) {
            Ok(()) | Err(RecvTimeoutError::Disconnected) => return stop(&mut child),
            Err(RecvTimeoutError::Timeout) => {}
        }
        if let Some(status) = child.try_wait().explain(|| "look after trunk".into())? {
            return Err(Failure::new(format!("{} ended by itself ({status})", shown(&command)))
                .advise("what trunk said stands above"));
        }
        watch.look();
        saved.look()?;
    }
}

/// A channel that hears of Ctrl-C, and of the signals that ask a program to end.
fn stop_signal() -> Outcome<Receiver<()>> {
    let (sender, receiver) = channel();
    let handler = move || {
        let _ = sender.send(());
    };
    ctrlc::set_handler(handler).explain(|| "listen for Ctrl-C".into())?;
    Ok(receiver)
}

/// Looks whether the quiz is there, and says so once.
struct Watch {
    address: SocketAddr,
    page: std::path::PathBuf,
    started: SystemTime,
    begun: Instant,
    said: Progress,
}

impl Watch {
    fn look(&mut self) {
        if self.said == Progress::Ready {
            return;
        }
        let now = ready::progress(self.address, &self.page, self.started);
        if now == self.said {
            return;
        }
        self.said = now;
        match now {
            Progress::Building => {}
            Progress::Failed => say("\nThe build failed; what is wrong stands above. \
                 Save a repaired file, and it is built again.\n"),
            Progress::Ready => {
                let taken = spoken(self.begun.elapsed());
                say(format!("\nThe quiz is ready (after {taken}). Ctrl-C stops it."));
                say(format!("http://{}", self.address));
            }
        }
    }
}

/// Starts trunk as the head of a group of its own, so that what it starts ends with it.
fn spawn(command: &mut Command) -> Outcome<Child> {
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(command, 0);
    command.spawn().explain(|| format!("start {}", shown(command)))
}

fn stop(child: &mut Child) -> Outcome<()> {
    ask_to_end(child);
    let begun = Instant::now();
    while begun.elapsed() < GRACE {
        if child.try_wait().explain(|| "end trunk".into())?.is_some() {
            say("\nstopped");
            return Ok(());
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    child.kill().explain(|| "end trunk".into())?;
    say("\nstopped");
    Ok(())
}

/// Sends trunk and all that it started what Ctrl-C sends.
#[cfg(unix)]
fn ask_to_end(child: &Child) {
    use rustix::process::{Pid, Signal, kill_process_group};
    let _ = kill_process_group(Pid::from_child(child), Signal::INT);
}

/// Here Ctrl-C has reached trunk by itself.
#[cfg(not(unix))]
fn ask_to_end(_child: &Child) {}
