//! Owns the promise of a test: no verdict before it is handed in, every answer kept as it is given, and a fair clock.

use anyhow::{Context, Result, ensure};
use serde_json::json;
use verbatim_core::{Bank, Question, Set};
use verbatim_tests::browser::devtools;
use verbatim_tests::quiz::{rightly, wrongly};
use verbatim_tests::wait::until_true;
use verbatim_tests::{Host, Outcome, Person, Role, Stage, bank};

/// A clock that a test can put forward.
const CLOCK: &str = "const now = Date.now; Date.now = () => now() + Number(sessionStorage.getItem('ahead') ?? 0);";

const VERDICTS: [&str; 4] = ["✓", "✗", "Explanation", "In the article"];

/// Opens a test and begins it.
async fn begins(person: &Person, bank: &Bank, set: &Set) -> Result<()> {
    devtools::run_before_pages(person.window(), CLOCK).await?;
    person.opens_set(bank, set).await?;
    person.clicks(Role::Button, "Start").await?;
    person.is_asked_number(1, set).await.map(|_| ())
}

/// Puts the clock forward.
async fn later(person: &Person, seconds: u64) -> Result<()> {
    let script = "sessionStorage.setItem('ahead', Number(sessionStorage.getItem('ahead') ?? 0) + 1000 * arguments[0])";
    person.window().execute(script, vec![json!(seconds)]).await?;
    Ok(())
}

/// Goes to a question by the overview.
async fn goes_to(person: &Person, question: &Question) -> Result<()> {
    person.opens("#/tour/test/overview").await?;
    person.clicks(Role::Link, &bank::words(&question.prompt)).await?;
    person.is_on_page(&bank::words(&question.prompt)).await
}

/// The question of a kind that is answered in a line.
fn written(set: &Set) -> Result<&Question> {
    bank::question(set, 2)
}

/// Seconds that are left by the clock.
async fn left(person: &Person) -> Result<u64> {
    let page = person.page_text().await?;
    let (before, _) = page.split_once(" left").context("no clock is to be seen")?;
    let (minutes, seconds) = before.rsplit(' ').next().and_then(|time| time.split_once(':')).context("no time")?;
    Ok(60 * minutes.parse::<u64>()? + seconds.parse::<u64>()?)
}

#[tokio::test]
async fn nothing_is_judged_before_a_test_is_handed_in() -> Outcome {
    let (bank, set) = &bank::with_set("test")?;
    let story = async |person: &Person, _: &Host| {
        begins(person, bank, set).await?;
        let all = set.questions().len();
        for number in 1..=all {
            let question = person.is_asked_number(number, set).await?;
            let answer = if number % 2 == 0 { wrongly(question, 0) } else { rightly(question, 0) };
            person.gives(question, &answer).await?;
            for words in VERDICTS {
                person.reads_no(words).await?;
            }
            person.finds_no(Role::Button, "Check answer").await?;
            person.clicks(Role::Link, if number == all { "Overview" } else { "Next question" }).await?;
        }
        // Where the results will be is the overview as long as it runs.
        person.opens(&format!("{}/results", bank::address(bank, set))).await?;
        person.reads(&format!("{all} of {all} answered, 0 flagged")).await?;
        person.clicks(Role::Button, "Hand in").await?;
        person.reads("All questions have an answer. Once handed in, answers cannot be changed.").await?;
        person.clicks_in_dialog("Hand in").await?;
        person.sees_score(all / 2, all).await?;
        person.reads("Not right").await?;
        person.window().refresh().await?;
        person.sees_score(all / 2, all).await
    };
    Stage::new().play(story).await
}

#[tokio::test]
async fn answers_to_a_test_are_kept_as_they_are_given_and_can_be_changed_and_cleared() -> Outcome {
    let (bank, set) = &bank::with_set("test")?;
    let (choice, line) = (bank::question(set, 0)?, written(set)?);
    let all = set.questions().len();
    let story = async |person: &Person, _: &Host| {
        begins(person, bank, set).await?;
        goes_to(person, choice).await?;
        person.chooses("At two lines on a bar").await?;
        person.window().refresh().await?;
        let chosen = person.finds(Role::Radio, "At two lines on a bar").await?;
        ensure!(chosen.is_selected().await?, "a reload lost the answer");
        person.chooses("At the two ends of a bar").await?;
        goes_to(person, line).await?;
        person.writes("Your answer", "Delambre").await?;
        goes_to(person, choice).await?;
        let chosen = person.finds(Role::Radio, "At the two ends of a bar").await?;
        ensure!(chosen.is_selected().await?, "the change is lost");
        person.opens("#/tour/test/overview").await?;
        person.reads(&format!("2 of {all} answered, 0 flagged")).await?;
        goes_to(person, line).await?;
        person.writes("Your answer", "").await?;
        person.opens("#/tour/test/overview").await?;
        person.reads(&format!("1 of {all} answered, 0 flagged")).await?;
        person.window().refresh().await?;
        person.reads(&format!("1 of {all} answered, 0 flagged")).await
    };
    Stage::new().play(story).await
}

#[tokio::test]
async fn a_link_that_is_pressed_straight_after_typing_does_not_move_away() -> Outcome {
    let (bank, set) = &bank::with_set("test")?;
    let line = written(set)?;
    let story = async |person: &Person, _: &Host| {
        begins(person, bank, set).await?;
        person.clicks(Role::Link, set.title()).await?;
        person.clicks(Role::Button, "Start again").await?;
        person.clicks_in_dialog("Start again").await?;
        person.reads("A new attempt has begun.").await?;
        person.clicks(Role::Link, "Overview").await?;
        person.clicks(Role::Link, &bank::words(&line.prompt)).await?;
        person.finds(Role::Button, "Undo").await?;
        person.clicks(Role::Textbox, "Your answer").await?;
        person.types("Méchain").await?;
        // The line is left, and so saved, by pressing the link: what that takes away must leave the link where it is.
        // Each attempt has an order of its own, and whatever comes last in it has no next one.
        let all = set.questions().len();
        let last = person.page_text().await?.contains(&format!("Question {all} of {all}"));
        person.clicks(Role::Link, if last { "Previous" } else { "Next question" }).await?;
        person.reads_no(&bank::words(&line.prompt)).await?;
        person.finds_no(Role::Button, "Undo").await?;
        person.clicks(Role::Link, "Overview").await?;
        person.reads(&format!("1 of {all} answered, 0 flagged")).await
    };
    Stage::new().play(story).await
}

#[tokio::test]
async fn the_overview_says_what_is_answered_flagged_and_open_and_handing_in_asks_first() -> Outcome {
    let (bank, set) = &bank::with_set("test")?;
    let all = set.questions().len();
    let story = async |person: &Person, _: &Host| {
        begins(person, bank, set).await?;
        let first = person.is_asked_number(1, set).await?;
        person.gives(first, &rightly(first, 0)).await?;
        person.clicks(Role::Link, "Next question").await?;
        let second = person.is_asked_number(2, set).await?;
        person.clicks(Role::Button, "Flag").await?;
        person.window().refresh().await?;
        person.clicks(Role::Link, "Overview").await?;
        person.reads(&format!("1 of {all} answered, 1 flagged")).await?;
        let states = person.texts(Role::ListItem).await?;
        ensure!(states.len() == all, "there are {states:#?}");
        for (question, state) in [(first, "● answered"), (second, "○ open · ⚑ flagged")] {
            let entry = format!("{} {state}", bank::words(&question.prompt));
            ensure!(states.contains(&entry), "“{entry}” is not among {states:#?}");
        }
        person.clicks(Role::Button, "Hand in").await?;
        person.reads(&format!("{} questions have no answer yet and would count as 0.", all - 1)).await?;
        person.clicks_in_dialog("Cancel").await?;
        person.is_on_page("Overview").await?;
        person.is_taken_to("Hand in").await?;
        person.clicks(Role::Button, "Hand in").await?;
        person.clicks_in_dialog("Hand in").await?;
        person.sees_score(1, all).await?;
        person.is_taken_to("Your results").await.map(|_| ())
    };
    Stage::new().play(story).await
}

#[tokio::test]
async fn the_clock_warns_and_hands_in_what_stands_there_when_the_time_is_up() -> Outcome {
    let (bank, set) = &bank::with_set("test")?;
    let story = async |person: &Person, _: &Host| {
        begins(person, bank, set).await?;
        ensure!((590..=600).contains(&left(person).await?), "{} s are left", left(person).await?);
        goes_to(person, written(set)?).await?;
        later(person, 5 * 60).await?;
        person.reads_in(Role::Status, "5 minutes are left. All your answers are saved.").await?;
        later(person, 4 * 60).await?;
        person.reads_in(Role::Status, "1 minute is left. All your answers are saved.").await?;
        // Typed, and not left: no control has told of a change.
        person.finds(Role::Textbox, "Your answer").await?.send_keys("Méchain").await?;
        later(person, 61).await?;
        let up = "The time is up. Your answers were handed in as they stood.";
        person.reads_in(Role::Status, up).await?;
        person.sees_score(1, set.questions().len()).await?;
        // Of the others none is open: there is nothing to be done about them but a further round.
        let others = set.questions().len() - 1;
        person.reads(&format!("{others} questions were left without an answer and count as 0.")).await?;
        person.reads_no("still open").await?;
        person.finds(Role::Button, "Start again").await?;
        person.clicks(Role::Button, &format!("Retry the {others} that were not right")).await?;
        person.is_asked_number_of(1, others, set).await?;
        // It has been said.
        person.reads_no(up).await
    };
    Stage::new().play(story).await
}

#[tokio::test]
async fn a_test_whose_time_ended_while_the_page_was_closed_is_handed_in() -> Outcome {
    let (bank, set) = &bank::with_set("test")?;
    let story = async |person: &Person, _: &Host| {
        begins(person, bank, set).await?;
        let first = person.is_asked_number(1, set).await?;
        person.gives(first, &rightly(first, 0)).await?;
        goes_to(person, written(set)?).await?;
        let line = person.finds(Role::Textbox, "Your answer").await?;
        line.clear().await?;
        line.send_keys("Méchain").await?;
        person.leaves().await?;
        devtools::run_before_pages(person.window(), "const then = Date.now; Date.now = () => then() + 3600000").await?;
        // Opened anywhere, it leads to the results.
        person.opens(&bank::address(bank, set)).await?;
        person.reads("The time is up. Your answers were handed in as they stood.").await?;
        let right = if first == written(set)? { 1 } else { 2 };
        person.sees_score(right, set.questions().len()).await
    };
    Stage::new().play(story).await
}

#[tokio::test]
async fn a_pause_stops_the_clock_and_hides_the_question() -> Outcome {
    let (bank, set) = &bank::with_set("test")?;
    let story = async |person: &Person, _: &Host| {
        begins(person, bank, set).await?;
        let question = person.is_asked_number(1, set).await?;
        person.clicks(Role::Button, "Pause").await?;
        person.reads("The clock stands still. Go on when you are ready.").await?;
        person.reads_no(&bank::words(&question.prompt)).await?;
        let before = left(person).await?;
        later(person, 3 * 60).await?;
        person.window().refresh().await?;
        person.reads("The clock stands still. Go on when you are ready.").await?;
        ensure!(left(person).await? == before, "{before} s were left, and now {}", left(person).await?);
        person.clicks(Role::Button, "Go on").await?;
        person.is_on_page(&bank::words(&question.prompt)).await?;
        until_true("the clock to go on", async || Ok(left(person).await? < before)).await?;
        ensure!(left(person).await? + 10 > before, "the pause counts: {} s are left", left(person).await?);
        person.gives(question, &rightly(question, 0)).await
    };
    Stage::new().play(story).await
}

#[tokio::test]
async fn any_set_can_be_taken_as_a_test() -> Outcome {
    let (bank, set) = &bank::with_set("concepts")?;
    let all = set.questions().len();
    let story = async |person: &Person, _: &Host| {
        person.opens_set(bank, set).await?;
        person.clicks(Role::Button, "Take it as a test").await?;
        for number in 1..=2 {
            let question = person.is_asked_number(number, set).await?;
            person.gives(question, &rightly(question, 0)).await?;
            for words in VERDICTS {
                person.reads_no(words).await?;
            }
            person.clicks(Role::Link, "Next question").await?;
        }
        person.is_asked_number(3, set).await?;
        // No time is set.
        person.reads_no(" left").await?;
        person.clicks(Role::Link, "Overview").await?;
        person.clicks(Role::Button, "Hand in").await?;
        person.clicks_in_dialog("Hand in").await?;
        person.sees_score(2, all).await
    };
    Stage::new().play(story).await
}
