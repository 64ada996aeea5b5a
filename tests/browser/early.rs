//! Owns the promise that the first question of a set can be answered before the player has come, and that nothing of it
//! is lost.

use anyhow::{Context, Result, ensure};
use serde_json::json;
use verbatim_core::question::Choice;
use verbatim_core::{Bank, Kind, Set};
use verbatim_tests::browser::devtools::{self, Size};
use verbatim_tests::quiz::rightly;
use verbatim_tests::wait::until_true;
use verbatim_tests::{Fault, Host, Outcome, Person, Role, Stage, bank};

/// The compiled player.
const PLAYER: &str = ".wasm";
/// What of it a first answer does not need.
const REST: &str = "player-rest-";

/// A set whose first question is a choice, with that.
fn chosen() -> Result<(Bank, Set, Choice)> {
    let (bank, set) = bank::with_set("concepts")?;
    let Kind::Choice(choice) = bank::question(&set, 0)?.kind.clone() else {
        anyhow::bail!("the set's first question is no choice");
    };
    Ok((bank, set, choice))
}

/// Opens the page of a set while the player is held back.
async fn opens_early(person: &Person, host: &Host, bank: &Bank, set: &Set) -> Result<()> {
    host.breaks(PLAYER, Fault::Held);
    person.sets_out_for(&bank::page(bank, set)).await?;
    person.reads(&format!("Question 1 of {}", set.questions().len())).await
}

async fn chooses(person: &Person, choice: &Choice, position: usize) -> Result<()> {
    let option = choice.options().get(position).context("no such option")?;
    person.clicks(Role::Radio, &bank::words(&option.text)).await
}

/// Goes with arrow keys from the first option to the last.
async fn goes_past_options(person: &Person, choice: &Choice) -> Result<()> {
    let first = choice.options().first().context("no such option")?;
    let radio = person.finds(Role::Radio, &bank::words(&first.text)).await?;
    person.window().execute("arguments[0].focus()", vec![radio.to_json()?]).await?;
    for _ in 1..choice.options().len() {
        person.presses(thirtyfour::Key::Down).await?;
    }
    Ok(())
}

/// The position of an option that is wrong.
fn wrong(choice: &Choice) -> usize {
    usize::from(choice.right() == 0)
}

/// The verdict of an option.
fn word(choice: &Choice, position: usize) -> &'static str {
    if position == choice.right() { "Right" } else { "Not right" }
}

#[tokio::test]
async fn a_choice_made_before_the_player_came_is_kept_marked_and_said() -> Outcome {
    let (bank, set, choice) = &chosen()?;
    for position in [choice.right(), wrong(choice)] {
        let story = async |person: &Person, host: &Host| {
            opens_early(person, host, bank, set).await?;
            chooses(person, choice, position).await?;
            let word = word(choice, position);
            let why = bank::words(&choice.options()[position].why);
            person.reads(&format!("{word} {why}")).await?;
            ensure!(host.asked_for(PLAYER) > 0, "the player was not even asked for");
            host.heals();
            ensure!(person.reads_verdict().await? == word, "another verdict than before");
            person.is_taken_to(if word == "Right" { "✓ Right" } else { "✗ Not right" }).await?;
            let question = bank::question(set, 0)?;
            person.is_at(&format!("{}{}/{}", bank::page(bank, set), bank::address(bank, set), question.id)).await?;
            person.window().refresh().await?;
            ensure!(person.reads_verdict().await? == word, "the answer was not saved");
            person.goes_on(1, set).await.map(|_| ())
        };
        Stage::new().without_workers().play(story).await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_choice_made_before_the_player_came_outlasts_a_reload() -> Outcome {
    let (bank, set, choice) = &chosen()?;
    let story = async |person: &Person, host: &Host| {
        opens_early(person, host, bank, set).await?;
        chooses(person, choice, wrong(choice)).await?;
        person.reads("Not right").await?;
        person.window().execute("location.reload()", Vec::new()).await?;
        person.reads("Not right").await?;
        // Who has seen that one is wrong has had the first try.
        chooses(person, choice, choice.right()).await?;
        host.heals();
        ensure!(person.reads_verdict().await? == "Not right", "the first choice is forgotten");
        let left = person.window().execute("return sessionStorage.length", Vec::new()).await?;
        ensure!(left.json() == &serde_json::json!(0), "it is kept for yet another time");
        Ok(())
    };
    Stage::new().without_workers().play(story).await
}

#[tokio::test]
async fn nothing_tells_an_answer_before_something_was_chosen() -> Outcome {
    // Its first question has lists to choose from, in which something is always chosen.
    let (bank, set) = &bank::with_set("options")?;
    let story = async |person: &Person, host: &Host| {
        opens_early(person, host, bank, set).await?;
        person.reads_no("Answer, explanation and source").await?;
        person.reads_no("Hint").await
    };
    Stage::new().without_workers().play(story).await
}

#[tokio::test]
async fn options_stand_where_they_stood_when_the_player_takes_over() -> Outcome {
    for (id, role) in [("concepts", Role::Radio), ("actors", Role::Checkbox)] {
        let (bank, set) = &bank::with_set(id)?;
        let story = async |person: &Person, host: &Host| {
            for _ in 0..3 {
                opens_early(person, host, bank, set).await?;
                let before = person.names(role).await?;
                ensure!(!before.is_empty(), "{id}: the first question has no options");
                host.heals();
                person.has_the_player().await?;
                person.is_asked_number(1, set).await?;
                ensure!(person.names(role).await? == before, "{id}: the options have moved: {before:?}");
                person.leaves().await?;
            }
            Ok(())
        };
        Stage::new().without_workers().play(story).await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_choice_of_an_attempt_that_is_over_is_no_answer_in_the_next() -> Outcome {
    let (bank, set, choice) = &chosen()?;
    let story = async |person: &Person, host: &Host| {
        devtools::without_cache(person.window()).await?;
        opens_early(person, host, bank, set).await?;
        chooses(person, choice, choice.right()).await?;
        person.reads("Your answer is saved.").await?;
        host.heals();
        // The player comes on another page of the same tab, and there the set is begun anew.
        person.opens_set(bank, set).await?;
        person.clicks(Role::Button, "Start again").await?;
        person.is_asked_number(1, set).await?;
        has_saved(person, bank, set, 3).await?;
        person.opens(&bank::page(bank, set)).await?;
        person.is_on_page(set.title()).await?;
        person.finds(Role::Link, "Start").await?;
        has_saved(person, bank, set, 3).await
    };
    Stage::new().without_workers().play(story).await
}

#[tokio::test]
async fn who_went_past_options_with_arrow_keys_has_chosen_where_it_ended() -> Outcome {
    let (bank, set, choice) = &chosen()?;
    let story = async |person: &Person, host: &Host| {
        opens_early(person, host, bank, set).await?;
        goes_past_options(person, choice).await?;
        // An arrow key may be on its way to another option: the last is a choice when it has stayed for a second.
        person.reads("Your answer is saved.").await?;
        ensure!(person.noted_keys().await?.len() == 2, "more than one choice is noted");
        host.heals();
        person.reads_verdict().await?;
        has_saved(person, bank, set, 2).await?;
        person.reads("Your answer").await
    };
    Stage::new().without_workers().play(story).await
}

#[tokio::test]
async fn what_is_typed_before_the_player_came_still_stands_there() -> Outcome {
    // Its first question has a line to write in and lists to choose from.
    let (bank, set) = &bank::with_set("options")?;
    let question = bank::question(set, 0)?;
    let story = async |person: &Person, host: &Host| {
        opens_early(person, host, bank, set).await?;
        person.gives(question, &rightly(question, 0)).await?;
        host.heals();
        person.has_the_player().await?;
        person.checks().await?;
        ensure!(person.reads_verdict().await? == "Right", "the answer is gone");
        Ok(())
    };
    Stage::new().without_workers().play(story).await
}

#[tokio::test]
async fn whoever_has_begun_is_not_asked_the_first_question_again() -> Outcome {
    let (bank, set, choice) = &chosen()?;
    let story = async |person: &Person, host: &Host| {
        devtools::without_cache(person.window()).await?;
        opens_early(person, host, bank, set).await?;
        chooses(person, choice, choice.right()).await?;
        host.heals();
        person.reads_verdict().await?;
        host.breaks(PLAYER, Fault::Held);
        person.leaves().await?;
        person.sets_out_for(&bank::page(bank, set)).await?;
        person.reads("The quiz is on its way").await?;
        person.reads_no("Question 1 of").await?;
        host.heals();
        person.is_on_page(set.title()).await?;
        person.finds(Role::Link, "Continue with question 2").await.map(|_| ())
    };
    Stage::new().without_workers().play(story).await
}

#[tokio::test]
async fn a_page_opened_at_another_address_shows_that_one_alone() -> Outcome {
    let (bank, set, _) = &chosen()?;
    let story = async |person: &Person, host: &Host| {
        host.breaks(PLAYER, Fault::Held);
        let other = bank::question(set, 2)?;
        person.sets_out_for(&format!("{}{}/{}", bank::page(bank, set), bank::address(bank, set), other.id)).await?;
        person.reads("The quiz is on its way").await?;
        person.reads_no("Question 1 of").await?;
        host.heals();
        person.is_asked(set, other).await
    };
    Stage::new().without_workers().play(story).await
}

#[tokio::test]
async fn a_set_page_asks_for_nothing_but_itself_and_the_player() -> Outcome {
    let (bank, set, _) = &chosen()?;
    let story = async |person: &Person, host: &Host| {
        person.opens(&bank::page(bank, set)).await?;
        person.has_the_player().await?;
        person.is_asked_number(1, set).await?;
        // Besides, a browser looks whether the site can be installed.
        let installing = |path: &String| path.contains("manifest") || path.contains("/icons/");
        let asked: Vec<String> = host.asked().into_iter().filter(|path| !installing(path)).collect();
        ensure!(asked.len() <= 5, "{} requests: {asked:?}", asked.len());
        ensure!(host.asked_for("/data/") == 0, "what the page brought was fetched: {asked:?}");
        Ok(())
    };
    Stage::new().without_workers().play(story).await
}

/// Chooses an option of the first question before the player comes, whose rest is at fault, and reads the verdict of what
/// came.
async fn answers_without_rest(person: &Person, host: &Host, fault: Fault, position: usize) -> Result<&'static str> {
    let (bank, set, choice) = &chosen()?;
    opens_early(person, host, bank, set).await?;
    host.breaks(REST, fault);
    chooses(person, choice, position).await?;
    host.mends(PLAYER);
    person.reads_verdict().await
}

/// Waits until so many lines of a set are saved.
async fn has_saved(person: &Person, bank: &Bank, set: &Set, count: usize) -> Result<()> {
    let key = format!("{}/{}", bank.id(), set.id());
    let what = format!("{count} lines are saved");
    until_true(&what, async || Ok(person.saved_lines(&key).await?.len() == count)).await
}

/// Goes on to the second question.
async fn goes_on(person: &Person, set: &Set) -> Result<()> {
    person.clicks(Role::Link, "Next question").await?;
    person.is_asked_number(2, set).await.map(|_| ())
}

#[tokio::test]
async fn a_choice_is_saved_at_once_and_counts_where_the_player_never_comes() -> Outcome {
    let (bank, set, choice) = &chosen()?;
    for position in [choice.right(), wrong(choice)] {
        let story = async |person: &Person, host: &Host| {
            devtools::without_cache(person.window()).await?;
            opens_early(person, host, bank, set).await?;
            chooses(person, choice, position).await?;
            let word = word(choice, position);
            person.reads(&format!("{word}. Your answer is saved. The quiz is on its way…")).await?;
            ensure!(person.noted_keys().await?.len() == 2, "the answer and the beginning are not noted");
            person.leaves().await?;
            // Another visit, to another page: what was noted counts there.
            host.heals();
            person.opens_set(bank, set).await?;
            person.finds(Role::Link, "Continue with question 2").await?;
            has_saved(person, bank, set, 2).await?;
            ensure!(person.noted_keys().await?.is_empty(), "what is saved is noted still");
            let question = bank::question(set, 0)?;
            person.opens(&format!("{}{}/{}", bank::page(bank, set), bank::address(bank, set), question.id)).await?;
            ensure!(person.reads_verdict().await? == word, "another answer was saved");
            Ok(())
        };
        Stage::new().without_workers().play(story).await?;
    }
    Ok(())
}

#[tokio::test]
async fn of_several_choices_the_first_is_the_answer_and_that_is_said() -> Outcome {
    let (bank, set, choice) = &chosen()?;
    let story = async |person: &Person, host: &Host| {
        opens_early(person, host, bank, set).await?;
        chooses(person, choice, wrong(choice)).await?;
        person.reads("Not right. Your answer is saved.").await?;
        chooses(person, choice, choice.right()).await?;
        person.reads("Right. Your first answer is saved.").await?;
        host.heals();
        ensure!(person.reads_verdict().await? == "Not right", "the first choice is forgotten");
        has_saved(person, bank, set, 2).await?;
        goes_on(person, set).await
    };
    Stage::new().without_workers().play(story).await
}

#[tokio::test]
async fn where_nothing_can_be_noted_the_player_saves_what_was_chosen() -> Outcome {
    let (bank, set, choice) = &chosen()?;
    let story = async |person: &Person, host: &Host| {
        let refuses = "Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError') }";
        devtools::run_before_pages(person.window(), refuses).await?;
        opens_early(person, host, bank, set).await?;
        chooses(person, choice, choice.right()).await?;
        person.reads("Right. The quiz is on its way…").await?;
        host.heals();
        ensure!(person.reads_verdict().await? == "Right", "the choice is forgotten");
        has_saved(person, bank, set, 2).await
    };
    Stage::new().without_workers().play(story).await
}

#[tokio::test]
async fn choices_made_in_two_windows_before_the_player_came_are_of_one_attempt() -> Outcome {
    let (bank, set, choice) = &chosen()?;
    let story = async |person: &Person, host: &Host| {
        let first = person.window().window().await?;
        opens_early(person, host, bank, set).await?;
        let second = person.window().new_window().await?;
        person.window().switch_to_window(second).await?;
        opens_early(person, host, bank, set).await?;
        chooses(person, choice, wrong(choice)).await?;
        person.reads("Not right. Your answer is saved.").await?;
        person.window().switch_to_window(first).await?;
        chooses(person, choice, choice.right()).await?;
        person.reads("Right. Your answer is saved.").await?;
        host.heals();
        ensure!(person.reads_verdict().await? == "Not right", "the first of all choices is forgotten");
        goes_on(person, set).await
    };
    Stage::new().without_workers().play(story).await
}

#[tokio::test]
async fn a_first_answer_is_shown_before_the_rest_of_the_player_has_come() -> Outcome {
    let (bank, set, choice) = &chosen()?;
    for position in [choice.right(), wrong(choice)] {
        let story = async |person: &Person, host: &Host| {
            // Where this fails, something comes first now that did not: `cargo xtask profile` finds it anew.
            let verdict = answers_without_rest(person, host, Fault::Held, position).await?;
            ensure!(verdict == word(choice, position), "{verdict}");
            has_saved(person, bank, set, 2).await?;
            // Keys, other tabs and another app are nothing that the rest is waited for.
            person.presses(thirtyfour::Key::Tab).await?;
            person.is_called_away().await?;
            ensure!(person.reads_verdict().await? == verdict, "the verdict is gone");
            ensure!(host.asked_for(REST) == 1, "the rest was waited for");
            host.heals();
            goes_on(person, set).await
        };
        Stage::new().without_workers().play(story).await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_rest_that_does_not_come_is_asked_for_again() -> Outcome {
    let (_, set, choice) = &chosen()?;
    let story = async |person: &Person, host: &Host| {
        answers_without_rest(person, host, Fault::Missing, choice.right()).await?;
        until_true("another try", async || Ok(host.asked_for(REST) > 1)).await?;
        host.heals();
        let asked = host.asked_for(REST);
        until_true("one more try", async || Ok(host.asked_for(REST) > asked)).await?;
        goes_on(person, set).await
    };
    Stage::new().without_workers().troubled().play(story).await
}

#[tokio::test]
async fn who_needs_the_rest_while_it_cannot_be_had_is_told_and_loses_nothing() -> Outcome {
    let (bank, set, choice) = &chosen()?;
    let story = async |person: &Person, host: &Host| {
        answers_without_rest(person, host, Fault::Missing, choice.right()).await?;
        person.clicks(Role::Link, "Next question").await?;
        person.reads("A part of the quiz could not be loaded.").await?;
        host.heals();
        person.clicks(Role::Button, "Try again").await?;
        person.has_the_player().await?;
        has_saved(person, bank, set, 2).await?;
        person.is_asked_number(2, set).await.map(|_| ())
    };
    Stage::new().without_workers().troubled().play(story).await
}

/// Writes down whatever moves on the page by itself, where the browser tells (Layout Instability API), and how high the
/// bar was before the player came.
const MOVES: &str = "self.moved = [];
    new PerformanceObserver((list) => {
        for (const { value, sources } of list.getEntries()) {
            moved.push(value, ...sources.map(({ node }) => node?.className ?? String(node)));
        }
    }).observe({ type: 'layout-shift', buffered: true })";
const BAR: &str = "return document.querySelector('header').getBoundingClientRect().height";

#[tokio::test]
async fn nothing_moves_when_the_player_comes() -> Outcome {
    for (id, width) in [("concepts", 412), ("speeches", 412), ("events", 1280)] {
        let (bank, set) = bank::with_set(id)?;
        let story = async |person: &Person, host: &Host| {
            devtools::sized(person.window(), Size { width, height: 823, scale: 1 }).await?;
            devtools::run_before_pages(person.window(), MOVES).await?;
            opens_early(person, host, &bank, &set).await?;
            let before: f64 = person.window().execute(BAR, Vec::new()).await?.convert()?;
            host.heals();
            person.has_the_player().await?;
            person.is_asked(&set, bank::question(&set, 0)?).await?;
            let after: f64 = person.window().execute(BAR, Vec::new()).await?.convert()?;
            let moved = person.window().execute("return moved", Vec::new()).await?.json().clone();
            ensure!(moved == json!([]) && after == before, "{id}: {moved}; the bar was {before} high and is {after}");
            Ok(())
        };
        Stage::new().without_workers().play(story).await?;
    }
    Ok(())
}
