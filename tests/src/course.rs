//! Owns a page of another site that shows quizzes, and what a person does there.
//!
//! Never looks into a quiz: a person who has stepped into its frame does.

use std::net::Ipv4Addr;

use anyhow::{Context, Result, ensure};
use axum::Router;
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use http::StatusCode;
use http::header::{CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use serde_json::{Value, json};
use thirtyfour::WebElement;
use verbatim_core::{Question, Set};

use crate::host::{Host, Process};
use crate::person::{Person, Role};
use crate::wait::until_true;

/// Three elements and two plain frames, one of them in a sandbox.
pub const COURSE: &str = include_str!("../pages/course.html");
/// What stands in a page for the address of the site, which ends without a slash.
const SITE: &str = "SITE";
const HEARD: &str = include_str!("../pages/course.js");
/// What sends messages that nobody should.
pub const HOSTILE: &str = include_str!("../pages/hostile.js");
/// A page that has nothing but what it can send to others.
const STRANGER: &str = "<!doctype html><title>A stranger</title><script src=\"hostile.js\"></script>";

/// How high a frame is, and how high what is in it.
const MEASURED: &str = "const root = document.documentElement;
    return [innerHeight, Math.ceil(document.body.getBoundingClientRect().bottom + scrollY),
        root.scrollHeight, innerWidth - root.clientWidth]";
/// A quiz by its id, or by that of what is around it.
const QUIZ: &str = "const named = document.getElementById(arguments[0]);
    const quiz = named.matches('verbatim-quiz, iframe') ? named : named.querySelector('verbatim-quiz, iframe');";
/// Its frame, which an element keeps to itself.
const FRAME: &str = "return quiz.shadowRoot ? quiz.shadowRoot.querySelector('iframe') : quiz";

/// A page of another site. It is gone when it is dropped.
#[derive(Debug)]
pub struct Course {
    _process: Process,
    address: String,
}

/// A field of what was told; nothing where there is none.
#[must_use]
pub fn field<'a>(told: &'a Value, name: &str) -> &'a Value {
    told.get(name).unwrap_or(&Value::Null)
}

impl Course {
    /// Serves a page that shows quizzes of the host's site, on another host, with a policy that lets it do nothing else.
    ///
    /// # Errors
    ///
    /// That no port is free.
    pub fn open(host: &Host, page: &str) -> Result<Self> {
        let site = host.site();
        let site = site.trim_end_matches('/').to_owned();
        let origin = host.origin();
        let page = page.replace(SITE, &site);
        let policy = format!(
            "default-src 'none'; img-src 'self'; script-src 'self' {origin}; frame-src 'self' {origin}; require-trusted-types-for 'script'"
        );
        let answer = async move |Path(name): Path<String>| -> Response {
            let (kind, text) = match name.as_str() {
                "course.html" => ("text/html", page.clone()),
                "stranger.html" => ("text/html", STRANGER.to_owned()),
                "course.js" => ("text/javascript", HEARD.to_owned()),
                "hostile.js" => ("text/javascript", HOSTILE.to_owned()),
                _ => return StatusCode::NOT_FOUND.into_response(),
            };
            let policy = if name == "course.html" { policy.clone() } else { "default-src 'self'".to_owned() };
            ([(CONTENT_TYPE, kind.to_owned()), (CONTENT_SECURITY_POLICY, policy)], text).into_response()
        };
        let router = Router::new().route("/favicon.ico", get(StatusCode::NO_CONTENT)).route("/{name}", get(answer));
        let (process, address) = Process::start((Ipv4Addr::LOCALHOST, 0).into(), router)?;
        // Another port is another origin. (Another name would be another process in some browsers, into which their drivers
        // do not see well enough to tell roles and names.)
        Ok(Self { _process: process, address: format!("http://{address}/course.html") })
    }

    /// The page's address.
    #[must_use]
    pub fn address(&self) -> &str {
        &self.address
    }
}

impl Person {
    /// Steps into the quiz with this id, once it has said how high it is, and scrolls there as readers do.
    ///
    /// # Errors
    ///
    /// That there is none.
    pub async fn steps_into(&self, id: &str) -> Result<()> {
        self.goes_to_quiz(id).await?;
        self.frame_of(id).await?.enter_frame().await.with_context(|| format!("the frame of `{id}` cannot be entered"))
    }

    /// Steps into a quiz, and on to its first question where it does not open there.
    ///
    /// # Errors
    ///
    /// That it does not come.
    pub async fn begins(&self, id: &str) -> Result<()> {
        self.steps_into(id).await?;
        self.has_the_player().await?;
        if self.names(Role::Link).await?.iter().any(|name| name == "Start") {
            self.has_room().await?;
            self.clicks(Role::Link, "Start").await?;
        }
        Ok(())
    }

    /// Scrolls to a quiz, which is loaded then.
    ///
    /// # Errors
    ///
    /// What the browser says against it.
    pub async fn goes_to_quiz(&self, id: &str) -> Result<()> {
        self.steps_out().await?;
        let script = format!("{QUIZ} quiz.scrollIntoView({{ block: 'center' }})");
        self.window().execute(script.as_str(), vec![json!(id)]).await?;
        Ok(())
    }

    /// Steps out of all frames.
    ///
    /// # Errors
    ///
    /// What the browser says against it.
    pub async fn steps_out(&self) -> Result<()> {
        Ok(self.window().enter_default_frame().await?)
    }

    async fn frame_of(&self, id: &str) -> Result<WebElement> {
        let script = format!("{QUIZ} {FRAME}");
        let find = async || Ok(!self.window().execute(script.as_str(), vec![json!(id)]).await?.json().is_null());
        until_true(format!("the frame of `{id}`"), find).await?;
        Ok(self.window().execute(script.as_str(), vec![json!(id)]).await?.element()?)
    }

    /// Waits until a quiz has the height that it needs, without a scroll bar, and with at most two pixels to spare.
    ///
    /// # Errors
    ///
    /// How high it is instead.
    pub async fn sees_fit(&self, id: &str) -> Result<()> {
        self.steps_into(id).await?;
        let room = self.has_room().await;
        self.steps_out().await?;
        room.with_context(|| format!("`{id}`"))
    }

    /// Goes on in a quiz after a verdict, from the question with a number, as [`Self::goes_on`] does: what explains the
    /// verdict moves what leads on, and where the frame has no room for it yet, a click may fall beside.
    ///
    /// # Errors
    ///
    /// What stands in the way.
    pub async fn goes_on_within<'a>(&self, id: &str, from: usize, set: &'a Set) -> Result<Option<&'a Question>> {
        self.reads("Explanation").await?;
        self.sees_fit(id).await?;
        self.steps_into(id).await?;
        self.goes_on(from, set).await
    }

    /// Waits, in a frame, until it has the height that it needs.
    async fn has_room(&self) -> Result<()> {
        let mut seen = Vec::new();
        let fits = async || {
            seen = self.window().execute(MEASURED, Vec::new()).await?.convert::<Vec<i64>>()?;
            let [has, needs, scrolls, bar] = seen[..] else { return Ok(false) };
            // A zoomed window has fractions of pixels, of which both are told without the fraction.
            Ok((-1..=2).contains(&(has - needs)) && scrolls <= has && bar == 0 && needs > 100)
        };
        let fit = until_true("a frame that fits", fits).await;
        fit.with_context(|| format!("height, needed height, scrolled height, width of a scroll bar: {seen:?}"))
    }

    /// What the page has heard of its quizzes: whose, of which type, with what.
    ///
    /// # Errors
    ///
    /// That the page is not there.
    pub async fn has_heard(&self) -> Result<Vec<(String, String, Value)>> {
        self.steps_out().await?;
        let script = "return heard.map(({ id, type, detail }) => [id, type, detail])";
        Ok(self.window().execute(script, Vec::new()).await?.convert()?)
    }

    /// Waits until the page has heard so many messages of a type from a quiz, and gives the last.
    ///
    /// # Errors
    ///
    /// What it has heard instead.
    pub async fn hears(&self, id: &str, kind: &str, count: usize) -> Result<Value> {
        let of_kind = async || -> Result<Vec<Value>> {
            let heard = self.has_heard().await?;
            let is_it = |(of, is, detail): (String, String, Value)| (of == id && is == kind).then_some(detail);
            Ok(heard.into_iter().filter_map(is_it).collect())
        };
        let what = format!("{count} times `{kind}` from `{id}`");
        if let Err(error) = until_true(what, async || Ok(of_kind().await?.len() >= count)).await {
            return Err(error.context(format!("heard: {:?}", self.has_heard().await?)));
        }
        let heard = of_kind().await?;
        ensure!(heard.len() == count, "`{kind}` came {} times from `{id}`: {heard:?}", heard.len());
        heard.into_iter().next_back().context("nothing was heard")
    }
}
