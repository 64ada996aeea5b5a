//! Owns the promise that a set can be tried until it is right, and that each further try is worth half.

use anyhow::{Result, ensure};
use thirtyfour::WebElement;
use verbatim_core::{Answer, Bank, Question, Set};
use verbatim_tests::given::By;
use verbatim_tests::quiz::rightly;
use verbatim_tests::{Host, Outcome, Person, Role, Stage, bank};

const SET: &str = "tries";
const AGAIN: &str = "Check again";
const REFUSED: &str = "You have tried this answer already. Try another.";

/// Plays a story with one question of the set.
async fn with(id: &str, story: impl AsyncFnOnce(&Person, &Bank, &Question) -> Result<()>) -> Outcome {
    let (bank, set) = &bank::with_set(SET)?;
    let question = bank::question_named(set, id)?;
    let story = async |person: &Person, _: &Host| {
        person.opens_question(bank, set, question).await?;
        story(person, bank, question).await
    };
    Stage::new().play(story).await
}

/// Gives a first answer that is not right, and what is said of it.
async fn first(person: &Person, question: &Question, answer: &Answer, said: &str) -> Result<()> {
    person.gives(question, answer).await?;
    person.checks().await?;
    person.reads_in(Role::Status, said).await?;
    person.is_taken_to(said).await.map(|_| ())
}

/// Gives a further answer, and what is said of it.
async fn further(person: &Person, question: &Question, answer: &Answer, said: &str) -> Result<()> {
    person.gives(question, answer).await?;
    person.clicks(Role::Button, AGAIN).await?;
    person.reads_in(Role::Status, said).await
}

/// The radio button whose name begins so.
async fn radio(person: &Person, words: &str) -> Result<WebElement> {
    let names = person.names(Role::Radio).await?;
    let name = names.iter().find(|name| name.starts_with(words));
    let Some(name) = name else { anyhow::bail!("no “{words}” among {names:?}") };
    person.finds(Role::Radio, name).await
}

const WRONG: &str = "↻ Try again Another answer is the right one: 0 of 1 point.";

#[tokio::test]
async fn the_second_try_of_a_choice_is_worth_half() -> Outcome {
    let story = async |person: &Person, bank: &Bank, question: &Question| {
        first(person, question, &Answer::Option(0), WRONG).await?;
        person.reads_no("Explanation").await?;
        let right =
            "◐ Partly right You chose the right answer; halved for each earlier try, this was try 2: 1/2 of 1 point.";
        further(person, question, &Answer::Option(2), right).await?;
        person.sees_explained(bank, question, &Answer::Option(2), &person.main().await?).await
    };
    with("merit-of-the-alloy", story).await
}

#[tokio::test]
async fn a_tried_option_cannot_be_chosen_again_and_says_why() -> Outcome {
    let story = async |person: &Person, _: &Bank, question: &Question| {
        first(person, question, &Answer::Option(0), WRONG).await?;
        let words = "It is cheaper than pure platinum";
        person.reads(&format!("{words} Tried The text says nothing about the cost of the bars.")).await?;
        ensure!(!radio(person, words).await?.is_enabled().await?, "“{words}” can be chosen again");
        ensure!(radio(person, "It is lighter").await?.is_enabled().await?, "an option that was not tried is disabled");
        // It survives a reload, as every try is saved.
        person.window().refresh().await?;
        person.reads(WRONG).await?;
        ensure!(!radio(person, words).await?.is_enabled().await?, "“{words}” can be chosen again after a reload");
        Ok(())
    };
    with("merit-of-the-alloy", story).await
}

#[tokio::test]
async fn a_choice_with_one_option_left_is_over() -> Outcome {
    let story = async |person: &Person, bank: &Bank, question: &Question| {
        first(person, question, &Answer::Option(0), WRONG).await?;
        further(person, question, &Answer::Option(1), WRONG).await?;
        let over = "✗ Not right Another answer is the right one: 0 of 1 point.";
        further(person, question, &Answer::Option(3), over).await?;
        person.sees_explained(bank, question, &Answer::Option(3), &person.main().await?).await
    };
    with("merit-of-the-alloy", story).await
}

#[tokio::test]
async fn the_third_try_of_a_number_is_worth_a_quarter() -> Outcome {
    let story = async |person: &Person, _: &Bank, question: &Question| {
        let text = |number: &str| Answer::text(number);
        let wrong = "↻ Try again It is another number: 0 of 1 point.";
        first(person, question, &text("17"), wrong).await?;
        person.reads("Tried: 17 This is how many states signed the treaty.").await?;
        further(person, question, &text("90"), wrong).await?;
        person.reads("Tried: 90 This number stands in the same sentence").await?;
        let right = "◐ Partly right Your number is right; halved for each earlier try, this was try 3: 1/4 of 1 point.";
        further(person, question, &text("30"), right).await
    };
    with("how-many-bars", story).await
}

#[tokio::test]
async fn the_same_words_twice_are_refused_and_cost_nothing() -> Outcome {
    let story = async |person: &Person, _: &Bank, question: &Question| {
        let text = |words: &str| Answer::text(words);
        first(person, question, &text("metre"), "↻ Try again Your answer is not right: 0 of 1 point.").await?;
        person.reads("Tried: metre").await?;
        person.gives(question, &text("metre")).await?;
        person.clicks(Role::Button, AGAIN).await?;
        person.reads_in(Role::Alert, REFUSED).await?;
        let right = "◐ Partly right Your answer is right; halved for each earlier try, this was try 2: 1/2 of 1 point.";
        further(person, question, &text("kilogram"), right).await
    };
    with("last-single-object", story).await
}

#[tokio::test]
async fn the_best_try_counts() -> Outcome {
    let story = async |person: &Person, _: &Bank, question: &Question| {
        let some = |options: &[usize]| Answer::Options(options.to_vec());
        let part = "2 of 3 right answers, 0 wrong: 2/3 of 1 point.";
        first(person, question, &some(&[1, 3]), &format!("↻ Try again {part}")).await?;
        person.clicks(Role::Button, AGAIN).await?;
        person.reads_in(Role::Alert, REFUSED).await?;
        // All of it on the second try would be worth a half, and there were two thirds before.
        let best = "2 of 3 right answers, 0 wrong; try 1 was the best and counts: 2/3 of 1 point.";
        further(person, question, &some(&[1, 3, 5]), &format!("◐ Partly right {best}")).await
    };
    with("measures-from-nature", story).await
}

#[tokio::test]
async fn who_gives_up_is_shown_the_answer() -> Outcome {
    let story = async |person: &Person, bank: &Bank, question: &Question| {
        person.finds_no(Role::Button, "Show the answer").await?;
        first(person, question, &Answer::Option(3), WRONG).await?;
        person.clicks(Role::Button, "Show the answer").await?;
        let over = "✗ Not right Another answer is the right one: 0 of 1 point.";
        person.reads_in(Role::Status, over).await?;
        person.is_taken_to(over).await?;
        person.sees_explained(bank, question, &Answer::Option(3), &person.main().await?).await?;
        person.finds_no(Role::Button, AGAIN).await?;
        person.window().refresh().await?;
        person.reads_in(Role::Status, over).await
    };
    with("merit-of-the-alloy", story).await
}

/// Answers the first question wrong and then everything right: three right at once, and one on the second try.
async fn whole(person: &Person, set: &Set) -> Result<()> {
    person.clicks(Role::Link, "Start").await?;
    for number in 1..=set.questions().len() {
        let question = person.is_asked_number(number, set).await?;
        if question.id == "merit-of-the-alloy" {
            first(person, question, &Answer::Option(0), WRONG).await?;
            person.gives(question, &rightly(question, 0)).await?;
            person.clicks(Role::Button, AGAIN).await?;
        } else {
            person.answers(question, &rightly(question, 0)).await?;
        }
        person.goes_on(number, set).await?;
    }
    Ok(())
}

#[tokio::test]
async fn results_count_half_and_keep_the_first_answers_apart() -> Outcome {
    let (bank, set) = &bank::with_set(SET)?;
    let story = async |person: &Person, _: &Host| {
        person.opens_set(bank, set).await?;
        person.reads("4 questions · each question can be tried until it is right").await?;
        whole(person, set).await?;
        // (3 + 1/2) / 4 = 87.5%, half up; of the first answers three are right.
        person.reads("88% 3 of 4 right").await?;
        person.reads("First answers: 75%").await
    };
    Stage::new().play(story).await
}

#[tokio::test]
async fn a_set_that_was_tried_and_not_settled_was_begun() -> Outcome {
    let (bank, set) = &bank::with_set(SET)?;
    let question = bank::question_named(set, "merit-of-the-alloy")?;
    let all = set.questions().len();
    let story = async |person: &Person, _: &Host| {
        person.opens_question(bank, set, question).await?;
        first(person, question, &Answer::Option(0), WRONG).await?;
        person.clicks(Role::Link, set.title()).await?;
        person.reads(&format!("0 of {all} answered")).await?;
        person.finds(Role::Link, "Continue with question 1").await?;
        person.finds(Role::Button, "Start again").await?;
        person.opens(&format!("{}/results", bank::address(bank, set))).await?;
        person.reads(&format!("{all} questions are still open. Those without an answer count as 0.")).await?;
        person.finds(Role::Link, "Continue with question 1").await?;
        let tried = format!("{} ↻ Try again", bank::words(&question.prompt));
        let entries = person.texts(Role::ListItem).await?;
        ensure!(entries.iter().any(|entry| entry.contains(&tried)), "“{tried}” is not among {entries:#?}");
        Ok(())
    };
    Stage::new().play(story).await
}

/// Tries a choice three times: wrong, wrong again, right, with what is said each time.
async fn three_tries(by: By) -> Outcome {
    let (bank, set) = &bank::with_set(SET)?;
    let question = bank::question_named(set, "merit-of-the-alloy")?;
    let story = async |person: &Person, _: &Host| {
        if by == By::Touch {
            person.takes_a_touch_screen(320).await?;
        }
        person.opens_question(bank, set, question).await?;
        person.answers_by(by, question, &Answer::Option(1)).await?;
        person.is_taken_to(WRONG).await?;
        person.gives_by(by, question, &Answer::Option(3)).await?;
        person.submits_by(by, AGAIN).await?;
        // The same is said once more: what was tried tells that it is another try.
        person.reads("Tried Bars of metal grow and shrink").await?;
        person.is_taken_to(WRONG).await?;
        person.gives_by(by, question, &Answer::Option(2)).await?;
        person.submits_by(by, AGAIN).await?;
        let right =
            "◐ Partly right You chose the right answer; halved for each earlier try, this was try 3: 1/4 of 1 point.";
        person.is_taken_to(right).await.map(|_| ())
    };
    Stage::new().play(story).await
}

#[tokio::test]
async fn three_tries_by_keyboard_alone() -> Outcome {
    three_tries(By::Keyboard).await
}

#[tokio::test]
async fn three_tries_by_touch() -> Outcome {
    three_tries(By::Touch).await
}
