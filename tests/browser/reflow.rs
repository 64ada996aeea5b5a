//! Owns the promise that nothing is lost when a reader enlarges the page, spreads its text, or wants no motion.

use std::collections::BTreeMap;

use anyhow::{Result, ensure};
use serde_json::{Value, json};
use verbatim_core::{Bank, Mode, Set};
use verbatim_tests::browser::devtools::{self, Size};
use verbatim_tests::quiz::{Choose, rightly, wrongly};
use verbatim_tests::{Host, Outcome, Person, Role, Stage, bank};

/// The values of WCAG 1.4.12, in every page; by a sheet that is no element, as the page's policy wants.
const SPREAD: &str = "
    document.addEventListener('DOMContentLoaded', () => {
      const style = new CSSStyleSheet();
      style.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
        word-spacing: 0.16em !important } p { margin-block-end: 2em !important }`);
      document.adoptedStyleSheets.push(style);
    });";

/// What is cut off, sticks out of the window, or lies under something else.
const LOST: &str = "
    const lost = [];
    const page = document.scrollingElement;
    if (page.scrollWidth > page.clientWidth) lost.push(`the page is ${page.scrollWidth - page.clientWidth} px too wide`);
    for (const one of document.querySelectorAll('body *')) {
      if (!one.checkVisibility() || one.closest('.visually-hidden, svg')) continue;
      const box = one.getBoundingClientRect();
      if (box.right > innerWidth + 1 || box.left < -1) lost.push('sticks out: ' + one.outerHTML.slice(0, 120));
      const { overflowX, overflowY } = getComputedStyle(one);
      // The control for a file is the browser's own, which shortens a file's name by itself; a bar has nothing in it.
      const isOwn = one.type === 'file' || one.localName === 'progress';
      const hides = [overflowX, overflowY].some((way) => way === 'hidden' || way === 'clip') && !isOwn;
      if (hides && (one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1))
        lost.push('cut off: ' + one.outerHTML.slice(0, 120));
    }
    const open = document.querySelector('dialog[open]');
    for (const one of (open ?? document.querySelector('main')).querySelectorAll(':is(a[href], button, input:not([type=hidden]), select, summary)')) {
      if (!one.checkVisibility() || one.disabled) continue;
      one.scrollIntoView({ block: 'nearest' });
      const target = one.closest('label') ?? one;
      const box = [...target.getClientRects()][0];
      const top = document.elementFromPoint(box.left + Math.min(box.width, 40) / 2, box.top + Math.min(box.height, 40) / 2);
      if (!top || !(target.contains(top) || top.contains(target))) lost.push('out of reach: ' + one.outerHTML.slice(0, 120));
    }
    scrollTo(0, 0);
    return lost;";

/// The middle of the three levels of certainty.
const SURE: &str = "Certainty 2: +2 if right, −2 if not";

/// Things that move for longer than a limit, in milliseconds.
const MOVES: &str = "
    const [limit] = arguments;
    const time = (list) => Math.max(...list.split(',').map((one) => parseFloat(one) * (one.trim().endsWith('ms') ? 1 : 1000)));
    const long = [];
    for (const one of document.querySelectorAll('*')) for (const part of [undefined, '::before', '::after', '::backdrop']) {
      const style = getComputedStyle(one, part);
      const moves = Math.max(time(style.transitionDuration), style.animationName === 'none' ? 0 : time(style.animationDuration));
      if (moves > limit) long.push(`${moves} ms: ${one.outerHTML.slice(0, 80)}`);
    }
    if (getComputedStyle(document.documentElement).scrollBehavior === 'smooth' && limit < 100) long.push('smooth scrolling');
    return long;";

/// What was found, by problem: the views that have it.
#[derive(Default)]
struct Found(BTreeMap<String, Vec<String>>);

impl Found {
    async fn looks(&mut self, person: &Person, script: &str, limit: Value, view: &str) -> Result<()> {
        let found: Vec<String> = person.window().execute(script, vec![limit]).await?.convert()?;
        for problem in found {
            self.0.entry(problem).or_default().push(view.to_owned());
        }
        Ok(())
    }
}

/// Goes through all kinds of views and runs a script in each, which gives what is wrong there.
async fn everywhere(person: &Person, script: &str, limit: u32) -> Result<()> {
    let mut found = Found::default();
    let limit = json!(limit);
    person.opens_catalogue().await?;
    found.looks(person, script, limit.clone(), "catalogue").await?;
    person.clicks(Role::Link, "Glossary").await?;
    person.is_on_page("Glossary").await?;
    found.looks(person, script, limit.clone(), "glossary").await?;
    let (bank, set) = &bank::with_set("kinds")?;
    person.opens_set(bank, set).await?;
    person.finds(Role::Link, "Start").await?;
    found.looks(person, script, limit.clone(), "start").await?;
    person.clicks(Role::Link, "Start").await?;
    for number in 1..=set.questions().len() {
        let question = person.is_asked_number(number, set).await?;
        found.looks(person, script, limit.clone(), &question.id).await?;
        let answer = if number % 2 == 0 { rightly(question, 0) } else { wrongly(question, 0) };
        person.answers(question, &answer).await?;
        found.looks(person, script, limit.clone(), &format!("{}, answered", question.id)).await?;
        person.goes_on(number, set).await?;
    }
    person
        .window()
        .execute("document.querySelectorAll('details').forEach((one) => one.open = true)", Vec::new())
        .await?;
    found.looks(person, script, limit.clone(), "results").await?;
    in_a_test(person, script, limit, &mut found).await?;
    ensure!(found.0.is_empty(), "{} problems: {:#?}", found.0.len(), found.0);
    Ok(())
}

/// Goes on to the page of progress and through a test.
async fn in_a_test(person: &Person, script: &str, limit: Value, found: &mut Found) -> Result<()> {
    person.clicks(Role::Link, "Progress").await?;
    person.is_on_page("Progress").await?;
    found.looks(person, script, limit.clone(), "progress").await?;
    let (bank, set) = &bank::with_set("test")?;
    person.opens_set(bank, set).await?;
    person.clicks(Role::Button, "Start").await?;
    person.is_asked_number(1, set).await?;
    found.looks(person, script, limit.clone(), "a question of a test").await?;
    person.clicks(Role::Link, "Overview").await?;
    person.is_on_page("Overview").await?;
    found.looks(person, script, limit.clone(), "overview").await?;
    person.clicks(Role::Button, "Hand in").await?;
    person.finds(Role::Dialog, "Hand in").await?;
    found.looks(person, script, limit, "dialog").await
}

/// Goes through every question of every set that is not a test, before and after an answer.
async fn every_question(width: u32, choose: Choose) -> Outcome {
    let story = async |person: &Person, _: &Host| {
        sized(person, width, 800, 1).await?;
        let mut found = Found::default();
        for bank in &bank::banks()? {
            for set in bank.sets().iter().filter(|set| set.settings().mode != Some(Mode::Test)) {
                goes_through(person, bank, set, choose, &mut found).await?;
            }
        }
        ensure!(found.0.is_empty(), "{} problems: {:#?}", found.0.len(), found.0);
        Ok(())
    };
    Stage::new().play(story).await
}

async fn goes_through(person: &Person, bank: &Bank, set: &Set, choose: Choose, found: &mut Found) -> Result<()> {
    for (before, question) in set.questions().iter().enumerate() {
        person.opens_question(bank, set, question).await?;
        found.looks(person, LOST, json!(0), &question.id).await?;
        if set.settings().certainty {
            person.clicks(Role::Radio, SURE).await?;
        }
        person.answers(question, &choose(question, before)).await?;
        found.looks(person, LOST, json!(0), &format!("{}, answered", question.id)).await?;
    }
    Ok(())
}

#[tokio::test]
async fn nothing_of_any_question_is_lost_on_a_phone() -> Outcome {
    every_question(360, wrongly).await
}

#[tokio::test]
async fn nothing_of_any_question_is_lost_on_a_desk() -> Outcome {
    every_question(1280, rightly).await
}

/// Sets the size of the window, in CSS pixels, and how many of the screen's make one of them.
async fn sized(person: &Person, width: u32, height: u32, scale: u32) -> Result<()> {
    devtools::sized(person.window(), Size { width, height, scale }).await
}

#[tokio::test]
async fn at_400_per_cent_nothing_is_lost() -> Outcome {
    let story = async |person: &Person, _: &Host| {
        // A window of 1280 by 1024 in which everything is four times as large.
        sized(person, 320, 256, 4).await?;
        everywhere(person, LOST, 0).await
    };
    Stage::new().play(story).await
}

async fn spread(width: u32) -> Outcome {
    let story = async |person: &Person, _: &Host| {
        devtools::run_before_pages(person.window(), SPREAD).await?;
        sized(person, width, 800, 1).await?;
        everywhere(person, LOST, 0).await
    };
    Stage::new().play(story).await
}

#[tokio::test]
async fn with_spread_text_nothing_is_lost() -> Outcome {
    spread(1280).await
}

#[tokio::test]
async fn with_spread_text_in_a_narrow_window_nothing_is_lost() -> Outcome {
    spread(320).await
}

#[tokio::test]
async fn who_wants_no_motion_sees_none() -> Outcome {
    let story = async |person: &Person, _: &Host| {
        devtools::without_motion(person.window()).await?;
        everywhere(person, MOVES, 10).await
    };
    Stage::new().play(story).await
}

#[tokio::test]
async fn motion_is_short() -> Outcome {
    let story = async |person: &Person, _: &Host| everywhere(person, MOVES, 150).await;
    Stage::new().play(story).await
}
