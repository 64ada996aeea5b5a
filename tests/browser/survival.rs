//! Owns the promise that no answer is lost whose verdict was to be seen, however the page ends.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use tokio::time::sleep;
use verbatim_core::{Bank, Question, Set};
use verbatim_tests::browser::{Ability, devtools};
use verbatim_tests::chance::Chance;
use verbatim_tests::life::Profile;
use verbatim_tests::quiz::{mixed, rightly, wrongly};
use verbatim_tests::wait::until_true;
use verbatim_tests::{Host, Outcome, Person, Role, Stage, bank};

/// How often the browser is killed.
const KILLS: usize = 50;

/// The longest time from the click to the end, in milliseconds.
const LONGEST: u64 = 80;

/// Asks the host for this name as soon as the page says a verdict.
const TELLS: &str = "
    const tell = () => {
      const said = document.querySelector('[role=status] p[tabindex]');
      if (said && !window.told) { window.told = true; fetch('verdict-is-shown', { keepalive: true, cache: 'no-store' }) }
    };
    document.addEventListener('DOMContentLoaded', () => {
      new MutationObserver(tell).observe(document.body, { subtree: true, childList: true });
    });";

/// What has been done in the lives so far.
#[derive(Default)]
struct Story {
    /// The answers that have to be there: the question's id, and whether it was right.
    there: Vec<(String, bool)>,
    /// The last answer, which the end may have cut off.
    unsure: Option<(String, bool)>,
    shown: usize,
    attempts: usize,
}

impl Story {
    /// Checks what a new life finds: every answer whose verdict was seen, and the last one wholly or not at all.
    async fn finds_all(&mut self, person: &Person, bank: &Bank, set: &Set) -> Result<()> {
        person.opens_set(bank, set).await?;
        person.reads_no("cannot be read").await?;
        let key = format!("{}/{}", bank.id(), set.id());
        let lines = person.saved_lines(&key).await?;
        if let Some(unsure) = self.unsure.take()
            && lines.iter().filter(|line| line.contains(&format!(" answered {} ", unsure.0))).count() == self.attempts
        {
            self.there.push(unsure);
        }
        let (count, all) = (self.there.len(), set.questions().len());
        match count {
            0 => person.finds(Role::Link, "Start").await.map(|_| ()),
            count => person.reads(&format!("{count} of {all} answered")).await,
        }
    }

    /// Checks the results of a whole attempt, question by question, and begins the next.
    async fn ends_attempt(&mut self, person: &Person, set: &Set) -> Result<()> {
        person.clicks(Role::Link, "See results").await?;
        let right = self.there.iter().filter(|(_, right)| *right).count();
        person.sees_score(right, set.questions().len()).await?;
        let page = person.page_text().await?;
        for (id, right) in &self.there {
            let question = set.questions().iter().find(|question| question.id == *id).context("a strange question")?;
            let (_, rest) =
                page.split_once(&bank::words(&question.prompt)).context("a question is not in the review")?;
            let verdict = if *right { "✓ Right" } else { "✗ Not right" };
            ensure!(rest.trim_start().starts_with(verdict), "`{id}` was {verdict}, and now: {rest:.40}");
        }
        person.clicks(Role::Button, "Start again").await?;
        person.reads("A new attempt has begun.").await?;
        self.there.clear();
        self.attempts += 1;
        Ok(())
    }

    /// One life: looks whether all is there, answers the next question, and ends at some moment after that.
    async fn lives(&mut self, profile: &Profile, host: &Host, chance: &mut Chance, sets: (&Bank, &Set)) -> Result<()> {
        let (bank, set) = sets;
        let person = profile.starts().await?;
        devtools::run_before_pages(person.window(), TELLS).await?;
        self.finds_all(&person, bank, set).await?;
        if self.there.len() == set.questions().len() {
            self.ends_attempt(&person, set).await?;
            person.opens_set(bank, set).await?;
        }
        let number = self.there.len() + 1;
        let way = if number == 1 { "Start".to_owned() } else { format!("Continue with question {number}") };
        person.clicks(Role::Link, &way).await?;
        let question = person.is_asked_number(number, set).await?;
        let right = chance.below(2) == 0;
        let answer = if right { rightly(question, 0) } else { wrongly(question, 0) };
        person.gives(question, &answer).await?;
        let processes = profile.processes().await?;
        let delay = Duration::from_millis(chance.below(LONGEST + 1));
        let button = person.finds(Role::Button, "Check answer").await?;
        let before = host.asked_for("verdict-is-shown");
        // The page clicks by itself, so that the end can come before and behind the verdict.
        let click = "const [button] = arguments; setTimeout(() => button.click(), 20)";
        person.window().execute(click, vec![button.to_json()?]).await?;
        // The one place where time has to pass by itself: the end comes at any moment.
        sleep(delay).await;
        let shown = host.asked_for("verdict-is-shown") > before;
        processes.die().await?;
        // The driver's session is of no use any more, and says so.
        let _ = person.window().clone().quit().await;
        profile.is_dead().await?;
        self.shown += usize::from(shown);
        let last = (question.id.clone(), right);
        if shown {
            self.there.push(last)
        } else {
            self.unsure = Some(last)
        }
        Ok(())
    }
}

#[tokio::test]
async fn an_answer_whose_verdict_was_seen_outlasts_a_killed_browser() -> Outcome {
    let (bank, set) = &bank::with_set("concepts")?;
    let mut chance = Chance::new();
    let story = async |person: &Person, host: &Host| {
        person.window().can(Ability::WrittenAtOnce)?;
        // The page tells it when a verdict is shown.
        host.must_be_there();
        let profile = Profile::new(host.site()).await?;
        let mut story = Story { attempts: 1, ..Story::default() };
        for life in 1..=KILLS {
            let lived = story.lives(&profile, host, &mut chance, (bank, set)).await;
            lived.with_context(|| format!("life {life} of VERBATIM_SEED={}", chance.seed()))?;
        }
        let person = profile.starts().await?;
        let found = story.finds_all(&person, bank, set).await;
        person.window().clone().quit().await?;
        println!("{} of {KILLS} verdicts were seen before the end", story.shown);
        ensure!(story.shown >= KILLS / 4, "the browser was killed too early: {} verdicts were seen", story.shown);
        found
    };
    Stage::new().play(story).await
}

/// What the first three answers come to after something has happened to the page.
async fn knows_three(person: &Person, bank: &Bank, set: &Set) -> Result<()> {
    person.opens_set(bank, set).await?;
    person.reads(&format!("3 of {} answered", set.questions().len())).await?;
    person.opens(&format!("{}/results", bank::address(bank, set))).await?;
    person.sees_score(2, set.questions().len()).await
}

#[tokio::test]
async fn an_answer_outlasts_a_closed_tab() -> Outcome {
    let (bank, set) = &bank::with_set("kinds")?;
    let story = async |person: &Person, _: &Host| {
        person.opens_set(bank, set).await?;
        person.answers_first(3, set, mixed).await?;
        let window = person.window();
        let other = window.new_tab().await?;
        window.close_window().await?;
        window.switch_to_window(other).await?;
        knows_three(person, bank, set).await
    };
    Stage::new().play(story).await
}

/// A reload right behind the click, before anything more can be done.
async fn cut_off(question: &Question, person: &Person) -> Result<()> {
    person.gives(question, &rightly(question, 0)).await?;
    let button = person.finds(Role::Button, "Check answer").await?;
    let script = "const [button] = arguments; button.click(); location.reload()";
    person.window().execute(script, vec![button.to_json()?]).await?;
    until_true("the page to be back", async || {
        let script = "return document.readyState === 'complete' && performance.getEntriesByType('navigation')[0].type === 'reload'";
        // While one page goes and the next comes, some browsers answer nothing at all.
        let back: Option<bool> = person.window().execute(script, Vec::new()).await?.convert()?;
        Ok(back == Some(true))
    })
    .await
}

#[tokio::test]
async fn an_answer_outlasts_a_reload_in_the_same_moment() -> Outcome {
    let (bank, set) = &bank::with_set("concepts")?;
    let story = async |person: &Person, _: &Host| {
        person.opens_set(bank, set).await?;
        person.clicks(Role::Link, "Start").await?;
        let question = person.is_asked_number(1, set).await?;
        cut_off(question, person).await?;
        person.is_asked_number(1, set).await?;
        ensure!(person.reads_verdict().await? == "Right", "the answer is lost");
        Ok(())
    };
    Stage::new().play(story).await
}
