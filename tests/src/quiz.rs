//! Owns what a person does in the quiz: opens a set, chooses, checks, goes on.
//!
//! Never knows which answer is right: the files do.

use anyhow::{Result, bail, ensure};
use thirtyfour::By;
use verbatim_core::{Answer, Bank, Question, Set};

use crate::bank::{address, words};
use crate::person::{Person, Role};
use crate::wait::{until, until_true};

pub use crate::ways::{Choose, mixed, rightly, wrongly};

/// What is said of an answer.
pub const VERDICTS: [&str; 4] = ["Right", "Not right", "Partly right", "Try again"];

impl Person {
    /// Opens the catalogue.
    ///
    /// # Errors
    ///
    /// That it does not come.
    pub async fn opens_catalogue(&self) -> Result<()> {
        self.opens("").await?;
        self.is_on_page("Question sets").await
    }

    /// Opens the first page of a set by its address.
    ///
    /// # Errors
    ///
    /// That it does not come.
    pub async fn opens_set(&self, bank: &Bank, set: &Set) -> Result<()> {
        self.opens(&address(bank, set)).await?;
        self.is_on_page(set.title()).await
    }

    /// Opens a question by its address.
    ///
    /// # Errors
    ///
    /// That it does not come.
    pub async fn opens_question(&self, bank: &Bank, set: &Set, question: &Question) -> Result<()> {
        self.opens(&format!("{}/{}", address(bank, set), question.id)).await?;
        self.is_asked(set, question).await
    }

    /// Waits for the page with this heading, and for the player to run it: before that the same heading may stand there.
    ///
    /// # Errors
    ///
    /// That another is there.
    pub async fn is_on_page(&self, heading: &str) -> Result<()> {
        self.finds(Role::Heading, heading).await?;
        self.has_the_player().await?;
        self.finds(Role::Heading, heading).await.map(|_| ())
    }

    /// Waits until the player has taken over what the page showed without it.
    ///
    /// # Errors
    ///
    /// That it does not come.
    pub async fn has_the_player(&self) -> Result<()> {
        until_true("the player", async || Ok(self.window().find_all(By::Id("boot")).await?.is_empty())).await
    }

    /// Waits for a question: its prompt as the heading, and its number in words, whichever it is.
    ///
    /// # Errors
    ///
    /// That another page is there.
    pub async fn is_asked(&self, set: &Set, question: &Question) -> Result<()> {
        self.is_on_page(&words(&question.prompt)).await?;
        self.reads("Question ").await?;
        self.reads(&format!(" of {}", set.questions().len())).await
    }

    /// Waits for the question of this number, from 1, and reads which it is: the order may be drawn by lot.
    ///
    /// # Errors
    ///
    /// That another page is there.
    pub async fn is_asked_number<'a>(&self, number: usize, set: &'a Set) -> Result<&'a Question> {
        let all = set.questions().len();
        self.is_asked_number_of(number, all, set).await
    }

    /// The same where not all questions of the set are asked.
    ///
    /// # Errors
    ///
    /// That another page is there.
    pub async fn is_asked_number_of<'a>(&self, number: usize, all: usize, set: &'a Set) -> Result<&'a Question> {
        self.reads(&format!("Question {number} of {all} ")).await?;
        until(format!("question {number}"), async || {
            let headings = self.names(Role::Heading).await?;
            let is_it = |question: &&Question| headings.first() == Some(&words(&question.prompt));
            Ok(set.questions().iter().find(is_it))
        })
        .await
    }

    /// The number of the question that is shown, from 1.
    ///
    /// # Errors
    ///
    /// That none is shown.
    pub async fn number_asked(&self) -> Result<usize> {
        until("the number of a question", async || {
            let read = self.page_text().await?;
            let behind = read.split_once("Question ").and_then(|(_, behind)| behind.split(' ').next());
            Ok(behind.and_then(|number| number.parse().ok()))
        })
        .await
    }

    /// Asks for the verdict.
    ///
    /// # Errors
    ///
    /// That this cannot be asked.
    pub async fn checks(&self) -> Result<()> {
        self.clicks(Role::Button, "Check answer").await
    }

    /// Reads the verdict, which is said to assistive technology as a status: its word.
    ///
    /// # Errors
    ///
    /// That there is none.
    pub async fn reads_verdict(&self) -> Result<&'static str> {
        until("the verdict", async || {
            let read = self.texts(Role::Status).await?;
            // A sign stands in front, which is not read out.
            let words = |text: &str| text.split_once(' ').map(|(_, words)| words.to_owned());
            let read: Vec<String> = read.iter().filter_map(|text| words(text)).collect();
            let said = |verdict: &&str| read.iter().any(|words| words.starts_with(*verdict));
            Ok(VERDICTS.into_iter().find(said))
        })
        .await
    }

    /// Answers a question by mouse and reads the verdict.
    ///
    /// # Errors
    ///
    /// What stands in the way.
    pub async fn answers(&self, question: &Question, answer: &Answer) -> Result<&'static str> {
        self.gives(question, answer).await?;
        self.checks().await?;
        self.reads_verdict().await
    }

    /// Goes on from the answered question of this number, from 1, and reads which is next; `None` where the results
    /// are.
    ///
    /// # Errors
    ///
    /// That there is no way on.
    pub async fn goes_on<'a>(&self, from: usize, set: &'a Set) -> Result<Option<&'a Question>> {
        if from < set.questions().len() {
            self.leaves_by("Next question").await?;
            return self.is_asked_number(from + 1, set).await.map(Some);
        }
        self.leaves_by("See results").await?;
        self.is_on_page("Your results").await?;
        Ok(None)
    }

    /// Leaves an answered question by a link behind what explains it.
    ///
    /// # Errors
    ///
    /// That there is no explanation, or no such link.
    pub async fn leaves_by(&self, link: &str) -> Result<()> {
        // It follows the verdict by a frame, and moves what leads on.
        self.reads("Explanation").await?;
        self.clicks(Role::Link, link).await
    }

    /// Answers the first questions of a set, from its first page on, which has no answers yet. The person stays on the
    /// last one. The questions come back in the order in which they were asked.
    ///
    /// # Errors
    ///
    /// What stands in the way.
    pub async fn answers_first<'a>(&self, count: usize, set: &'a Set, choose: Choose) -> Result<Vec<&'a Question>> {
        self.clicks(Role::Link, "Start").await?;
        self.answers_from_the_first(count, set, choose).await
    }

    /// The same where the first question is shown already.
    ///
    /// # Errors
    ///
    /// What stands in the way.
    pub async fn answers_from_the_first<'a>(
        &self,
        count: usize,
        set: &'a Set,
        choose: Choose,
    ) -> Result<Vec<&'a Question>> {
        let mut asked = Vec::new();
        for number in 1..=count {
            let question = self.is_asked_number(number, set).await?;
            ensure!(!asked.contains(&question), "`{}` is asked twice", question.id);
            self.answers(question, &choose(question, asked.len())).await?;
            asked.push(question);
            if number < count && self.goes_on(number, set).await?.is_none() {
                bail!("the set has fewer than {count} questions");
            }
        }
        Ok(asked)
    }
}
