//! Owns the promise that the focus goes through a page in the order of reading, is always seen, and is never lost.

use anyhow::{Result, bail, ensure};
use thirtyfour::Key;
use verbatim_core::{Bank, Set};
use verbatim_tests::browser::devtools::{self, Look, Scheme};
use verbatim_tests::quiz::{rightly, wrongly};
use verbatim_tests::wait::until_true;
use verbatim_tests::{Host, Outcome, Person, Role, Stage, bank};

/// What is wrong with what has the focus now; remembers it for the next time. The first word of the answer is `end` where
/// nothing of the page has it.
const STOP: &str = "
    const [first] = arguments;
    const now = document.activeElement;
    if (!now || now === document.body || now === document.documentElement) return ['end'];
    const before = first ? null : window.stop;
    const wrong = [];
    const label = now.closest('label') ?? now;
    const name = now.outerHTML.slice(0, 140);
    if (before && !(before.compareDocumentPosition(now) & Node.DOCUMENT_POSITION_FOLLOWING))
      return before === now || first ? ['end'] : ['end', ...(window.wrapped ? ['comes before the stop before it: ' + name] : [])];
    const box = label.getClientRects()[0];
    if (!box) return ['stop', 'is not shown: ' + name];
    const [x, y] = [box.left + Math.min(box.width / 2, 20), box.top + Math.min(box.height / 2, 12)];
    const top = document.elementFromPoint(x, y);
    if (!top || !(label.contains(top) || top.contains(label))) wrong.push(`is hidden or out of view at ${x}, ${y}: ${name}`);
    const outlined = (one) => {
      const { outlineStyle, outlineWidth, outlineColor, backgroundColor } = getComputedStyle(one);
      return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && outlineColor !== 'rgba(0, 0, 0, 0)';
    };
    if (!outlined(now) && !outlined(label) && !(now.nextElementSibling && outlined(now.nextElementSibling)))
      wrong.push('has no outline: ' + name);
    if (now.tabIndex > 0) wrong.push('has an order of its own: ' + name);
    if (before) {
      const sticks = (one) => { for (let up = one; up; up = up.parentElement) if (['sticky', 'fixed'].includes(getComputedStyle(up).position)) return true; return false };
      const earlier = (before.closest('label') ?? before).getBoundingClientRect();
      if (!sticks(now) && !sticks(before) && box.bottom <= earlier.top) wrong.push('stands above the stop before it: ' + name);
    }
    window.stop = now;
    return ['stop', ...wrong];";

/// More stops than any page has.
const STOPS: usize = 90;

/// Goes through a page by the tabulator, from its first link on.
async fn walks(person: &Person, view: &str) -> Result<()> {
    // At the end of the page before, the focus may have gone on to the browser's own controls.
    let script = "window.stop = null; focus(); scrollTo(0, 0); document.querySelector('a[href]').focus()";
    person.window().execute(script, Vec::new()).await?;
    let mut stops = 0;
    loop {
        person.presses(Key::Tab).await?;
        let found: Vec<String> = person.window().execute(STOP, vec![(stops == 0).into()]).await?.convert()?;
        let Some((kind, wrong)) = found.split_first() else { bail!("no answer in {view}") };
        ensure!(wrong.is_empty(), "{view}: {wrong:#?}");
        if kind == "end" {
            break;
        }
        stops += 1;
        ensure!(stops < STOPS, "{view} has no end");
    }
    ensure!(stops > 2, "{view} has {stops} stops");
    Ok(())
}

/// Goes through all kinds of pages.
async fn walks_everywhere(person: &Person) -> Result<()> {
    person.opens_catalogue().await?;
    walks(person, "catalogue").await?;
    person.clicks(Role::Link, "Glossary").await?;
    person.is_on_page("Glossary").await?;
    walks(person, "glossary").await?;
    let (bank, set) = &bank::with_set("kinds")?;
    person.opens_set(bank, set).await?;
    person.finds(Role::Link, "Start").await?;
    walks(person, "start").await?;
    person.clicks(Role::Link, "Start").await?;
    for number in 1..=set.questions().len() {
        let question = person.is_asked_number(number, set).await?;
        walks(person, &question.id).await?;
        person.answers(question, &rightly(question, 0)).await?;
        // The player has moved the focus when this is there.
        person.reads("Explanation").await?;
        walks(person, &format!("{}, answered", question.id)).await?;
        person.goes_on(number, set).await?;
    }
    walks(person, "results").await?;
    person.clicks(Role::Link, "Progress").await?;
    person.is_on_page("Progress").await?;
    walks(person, "progress").await?;
    let (bank, set) = &bank::with_set("test")?;
    person.opens_set(bank, set).await?;
    person.clicks(Role::Button, "Start").await?;
    person.is_asked_number(1, set).await?;
    walks(person, "a question of a test").await?;
    person.clicks(Role::Link, "Overview").await?;
    person.is_on_page("Overview").await?;
    walks(person, "overview").await
}

#[tokio::test]
async fn the_focus_goes_in_order_and_is_seen_in_a_wide_window() -> Outcome {
    let story = async |person: &Person, _: &Host| walks_everywhere(person).await;
    Stage::new().play(story).await
}

#[tokio::test]
async fn the_focus_goes_in_order_and_is_seen_in_a_small_window() -> Outcome {
    let story = async |person: &Person, _: &Host| {
        devtools::look(person.window(), Look { scheme: Scheme::Light, width: 320 }).await?;
        walks_everywhere(person).await
    };
    Stage::new().play(story).await
}

/// Does something by keyboard, waits for what it brings about, and checks that something has the focus then.
async fn keeps(person: &Person, role: Role, name: &str, brings: &str) -> Result<()> {
    let element = person.finds(role, name).await?;
    person.window().execute("arguments[0].focus()", vec![element.to_json()?]).await?;
    person.presses(Key::Enter).await?;
    person.reads(brings).await?;
    let kept = until_true("the focus", async || Ok(person.focus().await?.is_some())).await;
    kept.map_err(|error| error.context(format!("after “{name}” nothing has the focus")))
}

/// Waits until a button is gone, and checks that something has the focus then.
async fn gone(person: &Person, name: &str) -> Result<()> {
    let names = async || person.names(Role::Button).await;
    until_true(format!("“{name}” to go"), async || Ok(!names().await?.iter().any(|other| other == name))).await?;
    let kept = until_true("the focus", async || Ok(person.focus().await?.is_some())).await;
    kept.map_err(|error| error.context(format!("“{name}” is gone, and the focus with it")))
}

async fn begins(person: &Person, id: &str) -> Result<(Bank, Set)> {
    let (bank, set) = bank::with_set(id)?;
    person.opens_set(&bank, &set).await?;
    person.clicks(Role::Link, "Start").await?;
    person.is_asked_number(1, &set).await?;
    Ok((bank, set))
}

#[tokio::test]
async fn no_step_of_practice_loses_the_focus() -> Outcome {
    let story = async |person: &Person, _: &Host| {
        let (bank, set) = begins(person, "tries").await?;
        let question = person.is_asked_number(1, &set).await?;
        person.gives(question, &wrongly(question, 0)).await?;
        keeps(person, Role::Button, "Check answer", "Try again").await?;
        keeps(person, Role::Button, "Show the answer", "Explanation").await?;
        keeps(person, Role::Link, "Next question", "Question 2 of").await?;
        keeps(person, Role::Link, set.title(), "1 of").await?;
        keeps(person, Role::Button, "Start again", "A new attempt has begun.").await?;
        keeps(person, Role::Button, "Undo", "Question ").await?;
        gone(person, "Undo").await?;
        person.opens(&format!("{}/results", bank::address(&bank, &set))).await?;
        keeps(person, Role::Button, "Retry your mistake", "You are mending your mistakes.").await?;
        keeps(person, Role::Button, "Keys", "Use these keys").await?;
        keeps(person, Role::Button, "Close", "Question 1 of ").await
    };
    Stage::new().play(story).await
}

#[tokio::test]
async fn no_hint_and_no_move_loses_the_focus() -> Outcome {
    let (bank, set) = &bank::with_set("kinds")?;
    let story = async |person: &Person, _: &Host| {
        for question in set.questions().iter().filter(|question| !question.hints.is_empty()) {
            person.opens_question(bank, set, question).await?;
            for number in 1..=question.hints.len() {
                let start = format!("Show hint {number} of");
                let names = person.names(Role::Button).await?;
                let Some(name) = names.iter().find(|name| name.starts_with(&start)) else {
                    bail!("no {start}: {names:?}")
                };
                keeps(person, Role::Button, name, "Hints").await?;
                gone(person, name).await?;
            }
        }
        let order = set.questions().iter().find(|question| question.id == "five-definitions");
        let Some(order) = order else { bail!("the question to be put in order is gone") };
        person.opens_question(bank, set, order).await?;
        let items = person.items().await?;
        for (way, place) in [("Move down", 2), ("Move down", 3), ("Move up", 2)] {
            let name = format!("{way}: {}", items[0]);
            keeps(person, Role::Button, &name, &format!("{}: now {place} of {}", items[0], items.len())).await?;
            let focus = person.focus().await?.map(|focus| focus.name);
            ensure!(focus.as_deref() == Some(&name), "the focus went from “{name}” to {focus:?}");
        }
        Ok(())
    };
    Stage::new().play(story).await
}

#[tokio::test]
async fn no_step_of_a_test_loses_the_focus() -> Outcome {
    let (bank, set) = &bank::with_set("test")?;
    let story = async |person: &Person, _: &Host| {
        person.opens_set(bank, set).await?;
        keeps(person, Role::Button, "Start", "Question 1 of").await?;
        keeps(person, Role::Button, "Flag", "⚑").await?;
        keeps(person, Role::Button, "Pause", "The clock stands still.").await?;
        keeps(person, Role::Button, "Go on", "Question 1 of").await?;
        keeps(person, Role::Link, "Next question", "Question 2 of").await?;
        keeps(person, Role::Link, "Overview", "0 of 6 answered").await?;
        keeps(person, Role::Button, "Hand in", "would count as 0").await?;
        keeps(person, Role::Button, "Cancel", "0 of 6 answered").await?;
        person.clicks(Role::Button, "Hand in").await?;
        person.finds(Role::Dialog, "Hand in").await?;
        person.presses(Key::Tab).await?;
        person.presses(Key::Escape).await?;
        person.is_taken_to("Hand in").await?;
        person.presses(Key::Enter).await?;
        person.finds(Role::Dialog, "Hand in").await?;
        // The first button of the dialog is the one that hands in.
        person.presses(Key::Enter).await?;
        person.reads("Your results").await?;
        person.is_taken_to("Your results").await.map(|_| ())
    };
    Stage::new().play(story).await
}

#[tokio::test]
async fn no_step_with_progress_loses_the_focus() -> Outcome {
    let story = async |person: &Person, _: &Host| {
        let (_, set) = begins(person, "concepts").await?;
        let question = person.is_asked_number(1, &set).await?;
        person.answers(question, &rightly(question, 0)).await?;
        keeps(person, Role::Link, "Progress", "2 entries are saved.").await?;
        keeps(person, Role::Button, "Erase everything", "Erase all your answers").await?;
        keeps(person, Role::Button, "Cancel", "2 entries are saved.").await?;
        person.clicks(Role::Button, "Erase everything").await?;
        person.finds(Role::Dialog, "Erase everything").await?;
        person.presses(Key::Enter).await?;
        person.reads("Your progress is erased.").await?;
        person.reads("Nothing is saved yet.").await?;
        until_true("the focus", async || Ok(person.focus().await?.is_some())).await?;
        keeps(person, Role::Button, "Undo", "2 entries are saved.").await?;
        gone(person, "Undo").await
    };
    Stage::new().play(story).await
}
