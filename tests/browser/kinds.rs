//! Owns the promise that questions of every kind can be answered by mouse, by keys and by touch, and are marked and
//! explained as the author wrote.

mod controls;
mod finer;
mod plain;
mod shown;
mod worked;

use anyhow::{Context, Result, ensure};
use verbatim_core::{Answer, Bank, Question, Set};
use verbatim_tests::given::By;
use verbatim_tests::said::said;
use verbatim_tests::{Person, Role};

/// Answers a question that is asked, and checks all that is said and shown then.
async fn check(person: &Person, by: By, bank: &Bank, question: &Question, answer: &Answer) -> Result<()> {
    person.answers_by(by, question, answer).await?;
    let expected = said(question, answer).with_context(|| format!("{answer:?} is no answer to `{}`", question.id))?;
    person.reads_in(Role::Status, &expected).await.with_context(|| format!("`{}` by {by:?}", question.id))?;
    person.is_taken_to(&expected).await?;
    person.sees_explained(bank, question, answer, &person.main().await?).await
}

/// Goes through a whole set and gives every question the answer that `choose` has for it, if it has one.
async fn check_set(
    person: &Person,
    by: By,
    bank: &Bank,
    set: &Set,
    choose: impl Fn(&Question) -> Option<Answer>,
) -> Result<()> {
    let mut answered = 0;
    for question in set.questions() {
        let Some(answer) = choose(question) else { continue };
        person.opens_question(bank, set, question).await?;
        check(person, by, bank, question, &answer).await?;
        if by == By::Mouse {
            person.sees_quotes_in_their_place(bank, question).await?;
        }
        answered += 1;
    }
    ensure!(answered > 0, "no question was answered");
    Ok(())
}
