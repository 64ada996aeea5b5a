//! Owns one question of each kind, answered right, wrong and partly right: by mouse, by keys, by touch.

use verbatim_core::{Answer, Question};
use verbatim_tests::given::By;
use verbatim_tests::quiz::{rightly, wrongly};
use verbatim_tests::ways::partly;
use verbatim_tests::{Host, Outcome, Person, Stage, bank};

use super::check_set;

/// The set with one question of each kind.
pub(super) const SET: &str = "kinds";

async fn check(by: By, choose: impl Fn(&Question) -> Option<Answer>) -> Outcome {
    let (bank, set) = &bank::with_set(SET)?;
    let story = async |person: &Person, _: &Host| {
        if by == By::Touch {
            person.takes_a_touch_screen(360).await?;
        }
        check_set(person, by, bank, set, choose).await?;
        if by == By::Touch { person.only_touched().await } else { Ok(()) }
    };
    Stage::new().play(story).await
}

#[tokio::test]
async fn every_kind_is_answered_right_by_mouse() -> Outcome {
    check(By::Mouse, |question| Some(rightly(question, 0))).await
}

#[tokio::test]
async fn every_kind_is_answered_wrong_by_mouse() -> Outcome {
    check(By::Mouse, |question| Some(wrongly(question, 0))).await
}

#[tokio::test]
async fn every_kind_with_parts_is_answered_partly_by_mouse() -> Outcome {
    check(By::Mouse, partly).await
}

#[tokio::test]
async fn every_kind_is_answered_right_by_keyboard_alone() -> Outcome {
    check(By::Keyboard, |question| Some(rightly(question, 0))).await
}

#[tokio::test]
async fn every_kind_is_answered_wrong_by_keyboard_alone() -> Outcome {
    check(By::Keyboard, |question| Some(wrongly(question, 1))).await
}

#[tokio::test]
async fn every_kind_with_parts_is_answered_partly_by_keyboard_alone() -> Outcome {
    check(By::Keyboard, partly).await
}

#[tokio::test]
async fn every_kind_is_answered_right_by_touch() -> Outcome {
    check(By::Touch, |question| Some(rightly(question, 0))).await
}

#[tokio::test]
async fn every_kind_is_answered_wrong_by_touch() -> Outcome {
    check(By::Touch, |question| Some(wrongly(question, 2))).await
}

#[tokio::test]
async fn every_kind_with_parts_is_answered_partly_by_touch() -> Outcome {
    check(By::Touch, partly).await
}
