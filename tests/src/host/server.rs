//! Owns the servers of others that a site may be put on, started as their own documents say.
//!
//! Never changes what they say: that is what is tested.

use std::fs;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::Path;
use std::process::Stdio;

use anyhow::{Context, Result, bail, ensure};
use tempfile::TempDir;
use tokio::net::{TcpListener, TcpStream};
use tokio::process::{Child, Command};

use crate::surroundings::Need;
use crate::wait::until;

/// The variable that names the server for the whole suite.
const CHOICE: &str = "VERBATIM_HOST";

/// How often a server is started whose port another program was quicker to take.
const ATTEMPTS: usize = 4;

/// A server that is installed on this machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Server {
    /// `python3 -m http.server`.
    Python,
    /// nginx, with the file that the site brings for it.
    Nginx,
}

/// A running server. It ends when it is dropped, and what it served with it.
#[derive(Debug)]
pub struct Serving {
    address: SocketAddr,
    site: String,
    _process: Child,
    _scratch: TempDir,
}

impl Server {
    /// The server that `VERBATIM_HOST` names; none where it names none, or the suite's own.
    ///
    /// # Errors
    ///
    /// A name that is none of a server known here.
    pub fn chosen() -> Result<Option<Self>> {
        match std::env::var(CHOICE).as_deref() {
            Err(_) | Ok("" | "own" | "file") => Ok(None),
            Ok("python") => Ok(Some(Self::Python)),
            Ok("nginx") => Ok(Some(Self::Nginx)),
            Ok(other) => bail!("{CHOICE} is `{other}`; it can be `own`, `python`, `nginx` or `file`"),
        }
    }

    /// Serves a copy of the site from a folder of the host, written from `/` to `/`.
    ///
    /// # Errors
    ///
    /// That the server is missing or does not start.
    pub async fn serves(self, site: &Path, folder: &str) -> Result<Serving> {
        for _ in 1..ATTEMPTS {
            if let Ok(serving) = self.serves_once(site, folder).await {
                return Ok(serving);
            }
        }
        self.serves_once(site, folder).await
    }

    async fn serves_once(self, site: &Path, folder: &str) -> Result<Serving> {
        let scratch = TempDir::with_prefix("verbatim-host-").context("no folder for the server")?;
        let root = scratch.path().join("root");
        copy(site, &root.join(folder.trim_matches('/'))).context("the site cannot be copied")?;
        // The port is free again when the server takes it, and hardly ever taken by another in between.
        let address = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?.local_addr()?;
        let mut command = match self {
            Self::Python => python(&root, address)?,
            Self::Nginx => nginx(scratch.path(), folder, address)?,
        };
        let log = scratch.path().join("log");
        let errors = fs::File::create(&log)?;
        let command = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(errors).kill_on_drop(true);
        let mut process = command.spawn().with_context(|| format!("{self:?} does not start"))?;
        until(format!("{self:?} to serve"), async || {
            let ended = process.try_wait()?;
            ensure!(ended.is_none(), "it ended at once: {}", fs::read_to_string(&log).unwrap_or_default());
            Ok(TcpStream::connect(address).await.ok().map(|_| ()))
        })
        .await?;
        let site = format!("http://{address}{folder}");
        Ok(Serving { address, site, _process: process, _scratch: scratch })
    }
}

impl Serving {
    /// The server's address without the site's folder.
    #[must_use]
    pub fn origin(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The site's address.
    #[must_use]
    pub fn site(&self) -> &str {
        &self.site
    }
}

fn python(root: &Path, address: SocketAddr) -> Result<Command> {
    let mut command = Command::new(Need::Python.path()?);
    command.args(["-m", "http.server", "--bind", "127.0.0.1", "--directory"]).arg(root).arg(address.port().to_string());
    Ok(command)
}

/// nginx in one process of this user, which writes nowhere but into its own folder.
fn nginx(scratch: &Path, folder: &str, address: SocketAddr) -> Result<Command> {
    let (root, place) = (scratch.join("root"), scratch.display());
    let site = root.join(folder.trim_matches('/'));
    let kept = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
    let kept: String = kept.iter().map(|kind| format!("  {kind}_temp_path \"{place}/{kind}\";\n")).collect();
    let text = format!(
        "daemon off;\nmaster_process off;\npid \"{place}/pid\";\nerror_log stderr;\nevents {{}}\nhttp {{\n  access_log off;\n{kept}\
         \x20 server {{\n    listen {address};\n    absolute_redirect off;\n    root \"{}\";\n\
         \x20   location {folder} {{ include \"{}\"; }}\n  }}\n}}\n",
        root.display(),
        site.join("hosting/nginx.conf").display(),
    );
    let path = scratch.join("nginx.conf");
    fs::write(&path, text)?;
    let mut command = Command::new(Need::Nginx.path()?);
    command.arg("-p").arg(scratch).args(["-e", "stderr", "-c"]).arg(path);
    Ok(command)
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let (path, to) = {
            let entry = entry?;
            (entry.path(), to.join(entry.file_name()))
        };
        if path.is_dir() {
            copy(&path, &to)?;
        } else {
            fs::copy(&path, &to)?;
        }
    }
    Ok(())
}
