//! Owns the life of a browser that is ended from outside: one profile, and processes that are killed.
//!
//! Never asks the browser to end: it is not told.

use anyhow::{Context, Result, ensure};
use tempfile::TempDir;
use tokio::process::Command;

use crate::browser::{Browser, Driver, Opening};
use crate::person::Person;
use crate::wait::until;

/// A profile on disk, and what drives the browsers that use it one after the other.
#[derive(Debug)]
pub struct Profile {
    driver: Driver,
    folder: TempDir,
    site: String,
}

/// The processes of a running browser.
#[derive(Debug)]
pub struct Processes(Vec<String>);

impl Profile {
    /// A new profile, for a site.
    ///
    /// # Errors
    ///
    /// That there is no room for it, or that the driver does not start.
    pub async fn new(site: String) -> Result<Self> {
        let folder = TempDir::with_prefix("verbatim-profile-").context("no folder for a profile")?;
        Ok(Self { driver: Browser::chosen()?.start().await?, folder, site })
    }

    /// Starts a browser with this profile. The one before has to have ended.
    ///
    /// # Errors
    ///
    /// That it does not start.
    pub async fn starts(&self) -> Result<Person> {
        let opening = Opening { profile: Some(self.folder.path().to_owned()), ..Opening::default() };
        Ok(Person::new(self.driver.window(&opening).await?, self.site.clone()))
    }

    /// The processes of the browser that runs now: all that name the profile, and their children's children.
    ///
    /// # Errors
    ///
    /// That they cannot be listed, or that none runs.
    pub async fn processes(&self) -> Result<Processes> {
        let list = Command::new("ps").args(["-A", "-ww", "-o", "pid=,ppid=,args="]).output().await?;
        let list = String::from_utf8_lossy(&list.stdout).into_owned();
        let folder = self.folder.path().to_string_lossy().into_owned();
        let mut found: Vec<String> = Vec::new();
        loop {
            let before = found.len();
            for line in list.lines() {
                let mut words = line.split_whitespace();
                let (Some(id), Some(parent)) = (words.next(), words.next()) else { continue };
                let is_ours = line.contains(&folder) || found.iter().any(|known| known == parent);
                if is_ours && !found.iter().any(|known| known == id) {
                    found.push(id.to_owned());
                }
            }
            if found.len() == before {
                break;
            }
        }
        ensure!(!found.is_empty(), "no browser runs with {folder}");
        Ok(Processes(found))
    }

    /// Waits until no process names the profile any more.
    ///
    /// # Errors
    ///
    /// That one goes on.
    pub async fn is_dead(&self) -> Result<()> {
        until("the browser's end", async || Ok(self.processes().await.is_err().then_some(()))).await
    }
}

impl Processes {
    /// Ends them all at once, with no word to them (SIGKILL).
    ///
    /// # Errors
    ///
    /// That nothing can be killed here.
    pub async fn die(self) -> Result<()> {
        // Some may have ended by themselves, which is no failure.
        Command::new("kill").arg("-KILL").args(&self.0).output().await.context("there is no `kill`").map(|_| ())
    }
}
