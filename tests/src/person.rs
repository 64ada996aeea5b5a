//! Owns what a person does with any page: finds things by role and name, clicks, types, reads, goes back.
//!
//! Never reaches for a class or an id: whoever uses a screen reader could not either.

mod keyboard;
mod reading;
mod role;

use std::collections::HashMap;
use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};
use thirtyfour::{WebElement, WindowHandle};
use tokio::sync::Mutex;
use tokio::time::sleep;

use crate::browser::{Ability, Cannot, Window};
use crate::wait::{until, until_true};

pub use keyboard::Focus;
pub use reading::{one_line, text};
pub use role::Role;

use reading::Candidate;

/// Why an address of a site may not be one of a file.
const ONE_PAGE: &str = "one file has one page, and no others for sets and glossaries";
/// Why what shows sets in other pages is not played with one file.
const NO_ADDRESS: &str = "one file has no address that another page could show";

/// How often a click is tried that the page does not hear.
const CLICKS: usize = 5;
/// How often the page is asked whether it has heard one, and how long that takes each time.
const LOOKS: usize = 5;
const LOOK: Duration = Duration::from_millis(50);
/// Listens for a click; whether the page hears anything at all: without scripts it does not.
const LISTENS: &str = "
    window.heard = false;
    const hears = () => { window.heard = true; };
    addEventListener('click', hears, { capture: true, once: true });
    addEventListener('verbatim-test', hears, { once: true });
    dispatchEvent(new Event('verbatim-test'));
    const listens = window.heard;
    window.heard = false;
    return listens;";

/// A person at a browser.
#[derive(Debug)]
pub struct Person {
    window: Window,
    site: String,
    /// What roles the browser gives to elements, by what those come from.
    roles: Mutex<HashMap<String, String>>,
}

impl Person {
    /// A person at a browser's window, who knows the address of the site.
    #[must_use]
    pub fn new(window: Window, site: String) -> Self {
        Self { window, site, roles: Mutex::default() }
    }

    /// The window, for what only a test does.
    #[must_use]
    pub fn window(&self) -> &Window {
        &self.window
    }

    /// Opens an address of the site, given from behind the site's own address on (`#/bank/set`).
    ///
    /// # Errors
    ///
    /// What the browser says against it.
    pub async fn opens(&self, address: &str) -> Result<()> {
        let whole = self.whole(address)?;
        self.window.goto(whole.as_str()).await.with_context(|| format!("{whole} does not open"))
    }

    /// Sets out for an address of the site without waiting for the page: its own end of loading waits for the player, which
    /// a host may hold back.
    ///
    /// # Errors
    ///
    /// What the browser says against it.
    pub async fn sets_out_for(&self, address: &str) -> Result<()> {
        let whole = self.whole(address)?;
        self.window.execute("location.href = arguments[0]", vec![whole.into()]).await?;
        Ok(())
    }

    /// Whether what is used is a site, and not one file.
    pub(crate) fn is_at_a_site(&self) -> bool {
        self.site.ends_with('/')
    }

    /// Makes sure that other pages can show what is used.
    ///
    /// # Errors
    ///
    /// [`Cannot`], with one file.
    pub fn can_be_shown_elsewhere(&self) -> Result<()> {
        ensure!(self.is_at_a_site(), Cannot(NO_ADDRESS));
        Ok(())
    }

    /// The whole of an address of the site.
    fn whole(&self, address: &str) -> Result<String> {
        ensure!(self.is_at_a_site() || address.is_empty() || address.starts_with('#'), Cannot(ONE_PAGE));
        Ok(format!("{}{address}", self.site))
    }

    /// Leaves the site: its page is gone.
    ///
    /// # Errors
    ///
    /// What the browser says against it.
    pub async fn leaves(&self) -> Result<()> {
        Ok(self.window.goto("about:blank").await?)
    }

    /// Something happens around the page: another tab tells of something, and another app comes before this one for a
    /// moment.
    ///
    /// # Errors
    ///
    /// What the browser says against it.
    pub async fn is_called_away(&self) -> Result<()> {
        let happens = "new BroadcastChannel('verbatim').postMessage('');
            dispatchEvent(new StorageEvent('storage'));
            Object.defineProperty(document, 'hidden', { value: true, configurable: true });
            document.dispatchEvent(new Event('visibilitychange'));
            delete document.hidden";
        self.window.execute(happens, Vec::new()).await?;
        Ok(())
    }

    /// Runs a script that opens a window, and goes there; the window that it was left for.
    ///
    /// # Errors
    ///
    /// That none opens, or that this browser cannot go there.
    pub async fn opens_window(&self, script: &str) -> Result<WindowHandle> {
        self.window.can(Ability::OpenedWindows)?;
        let left = self.window.window().await?;
        self.window.execute(script, Vec::new()).await?;
        let other = async || Ok(self.window.windows().await?.into_iter().find(|other| *other != left));
        self.window.switch_to_window(until("the other window", other).await?).await?;
        Ok(left)
    }

    /// Where the person is, from behind the site's own address on.
    ///
    /// # Errors
    ///
    /// That it is not on the site.
    pub async fn address(&self) -> Result<String> {
        let whole = self.window.current_url().await?.to_string();
        let address = whole.strip_prefix(&self.site).with_context(|| format!("{whole} is not on {}", self.site))?;
        Ok(address.to_owned())
    }

    /// Waits to be somewhere.
    ///
    /// # Errors
    ///
    /// Where the person is instead.
    pub async fn is_at(&self, address: &str) -> Result<()> {
        let arrived = until_true(format!("the address {address}"), async || Ok(self.address().await? == address)).await;
        let Err(error) = arrived else { return Ok(()) };
        Err(error.context(format!("the address is {}", self.address().await?)))
    }

    /// The first element with a role and a name that is to be seen, as soon as there is one.
    ///
    /// # Errors
    ///
    /// What there is instead.
    pub async fn finds(&self, role: Role, name: &str) -> Result<WebElement> {
        let found = until(format!("the {role} “{name}”"), async || self.find(role, name).await).await;
        let Err(error) = found else { return found };
        let names = self.names(role).await?;
        Err(error.context(format!("of this role there are {names:?}")))
    }

    /// Checks that no element with a role and a name is to be seen now.
    ///
    /// # Errors
    ///
    /// That there is one.
    pub async fn finds_no(&self, role: Role, name: &str) -> Result<()> {
        // Each is asked: nothing is left out that might be it.
        let candidates = self.candidates(None, role, None).await?;
        ensure!(self.first(candidates, role, name).await?.is_none(), "there is a {role} “{name}”");
        Ok(())
    }

    /// Clicks what has a role and a name, in the middle of the window, where nothing else lies over it.
    ///
    /// # Errors
    ///
    /// That it is not there, or that something lies over it all the same.
    pub async fn clicks(&self, role: Role, name: &str) -> Result<()> {
        let what = format!("the {role} “{name}” to be clicked");
        let browser = self.window.browser();
        let misses = [Ability::EveryClick, Ability::ScrolledAround].iter().any(|it| browser.cannot(*it).is_some());
        let mut seen = None;
        until(&what, async || {
            let Some(element) = self.find(role, name).await? else { return Ok(None) };
            let place = self.place(&element).await?;
            let rests = seen.as_ref() == Some(&place);
            seen = Some(place);
            // Such a driver misses what still moves when it is asked, as what is in a frame does that gets its height.
            if misses && !rests {
                return Ok(None);
            }
            Ok(Some(self.presses_on(&element).await?))
        })
        .await
    }

    /// Clicks an element; where the driver loses a click now and then, who is not heard clicks again.
    async fn presses_on(&self, element: &WebElement) -> Result<()> {
        if self.window.browser().cannot(Ability::EveryClick).is_none() {
            return Ok(element.click().await?);
        }
        for _ in 0..CLICKS {
            let listens: bool = self.window.execute(LISTENS, Vec::new()).await?.convert()?;
            element.click().await?;
            if !listens || self.was_heard().await {
                break;
            }
        }
        Ok(())
    }

    /// Whether a page has heard a click. One that has been left meanwhile has, and one that is being left may not answer.
    async fn was_heard(&self) -> bool {
        for _ in 0..LOOKS {
            let heard = self.window.execute("return window.heard !== false", Vec::new()).await;
            if heard.and_then(|heard| heard.convert()).unwrap_or(true) {
                return true;
            }
            sleep(LOOK).await;
        }
        false
    }

    /// Presses a button of the one dialog that is open.
    ///
    /// # Errors
    ///
    /// That there is no such dialog or button.
    pub async fn clicks_in_dialog(&self, name: &str) -> Result<()> {
        let dialogs = self.all(Role::Dialog).await?;
        let [dialog] = dialogs.as_slice() else { bail!("{} dialogs are open", dialogs.len()) };
        for button in self.all_within(dialog, Role::Button).await? {
            if button.text().await? == name {
                return self.presses_on(&button).await;
            }
        }
        bail!("the dialog has no button “{name}”")
    }

    /// Brings an element to the middle of the window.
    ///
    /// # Errors
    ///
    /// What the browser says against it.
    pub async fn scrolls_to(&self, element: &WebElement) -> Result<()> {
        self.place(element).await.map(|_| ())
    }

    /// Brings an element to the middle of the window, and gives where it is then, and how large the window is.
    async fn place(&self, element: &WebElement) -> Result<Vec<f64>> {
        let script = "const [element] = arguments;
            element.scrollIntoView({ block: 'center' });
            const { x, y } = element.getBoundingClientRect();
            return [x, y, innerWidth, innerHeight]";
        Ok(self.window.execute(script, vec![element.to_json()?]).await?.convert()?)
    }

    /// Whether an element is to be seen in the window, at least its beginning, with nothing lying over it.
    ///
    /// # Errors
    ///
    /// What the browser says against it.
    pub async fn has_in_view(&self, element: &WebElement) -> Result<bool> {
        let script = "const [element] = arguments;
            const box = element.getClientRects()[0];
            if (!box) return false;
            const top = document.elementFromPoint(box.left + box.width / 2, box.top + Math.min(box.height / 2, 8));
            return top !== null && (element.contains(top) || top.contains(element))";
        Ok(self.window.execute(script, vec![element.to_json()?]).await?.convert()?)
    }

    async fn find(&self, role: Role, name: &str) -> Result<Option<WebElement>> {
        self.first(self.candidates(None, role, Some(name)).await?, role, name).await
    }

    /// The first that has a role and a name.
    async fn first(&self, candidates: Vec<Candidate>, role: Role, name: &str) -> Result<Option<WebElement>> {
        for candidate in candidates {
            if role::name(&candidate.element).await? == name && self.is_of(&candidate, role).await? {
                return Ok(Some(candidate.element));
            }
        }
        Ok(None)
    }
}
