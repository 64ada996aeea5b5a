//! Owns moments and lengths of time as the standards write them.
//!
//! Never looks at a clock.

const SECOND: u64 = 1000;
const MINUTE: u64 = 60 * SECOND;
const HOUR: u64 = 60 * MINUTE;
const DAY: u64 = 24 * HOUR;

/// A length of time of 1.2 (`CMITimespan`): `HHHH:MM:SS.SS`, at most 9999 hours.
#[must_use]
pub fn clock(milliseconds: u64) -> String {
    let time = milliseconds.min(10_000 * HOUR - 10);
    let (hours, rest) = (time / HOUR, time % HOUR);
    format!("{hours:04}:{:02}:{:02}.{:02}", rest / MINUTE, rest % MINUTE / SECOND, rest % SECOND / 10)
}

/// A length of time of 2004 (ISO 8601): `PT1H2M3.04S`.
#[must_use]
pub fn period(milliseconds: u64) -> String {
    let (hours, rest) = (milliseconds / HOUR, milliseconds % HOUR);
    let part = |count: u64, unit: char| if count > 0 { format!("{count}{unit}") } else { String::new() };
    let (minutes, seconds, parts) = (rest / MINUTE, rest % MINUTE / SECOND, rest % SECOND / 10);
    let seconds = if parts > 0 { format!("{seconds}.{parts:02}") } else { seconds.to_string() };
    format!("PT{}{}{seconds}S", part(hours, 'H'), part(minutes, 'M'))
}

/// A time of day of 1.2 (`CMITime`): `HH:MM:SS.SS`, where local time is so many minutes before the world's.
#[must_use]
pub fn time_of_day(at: u64, zone: i64) -> String {
    let local = at.saturating_add_signed(zone.saturating_mul(60_000)) % DAY;
    let (hours, rest) = (local / HOUR, local % HOUR);
    format!("{hours:02}:{:02}:{:02}.{:02}", rest / MINUTE, rest % MINUTE / SECOND, rest % SECOND / 10)
}

/// A moment of 2004 (ISO 8601), in the world's time: `2026-11-23T22:13:09.00Z`. The standard names a time zone only
/// behind parts of a second.
#[must_use]
pub fn moment(at: u64) -> String {
    format!("{}.{:02}Z", second(at), at % SECOND / 10)
}

/// A moment of xAPI (ISO 8601), to the millisecond: `2026-11-23T22:13:09.007Z`.
#[must_use]
pub fn timestamp(at: u64) -> String {
    format!("{}.{:03}Z", second(at), at % SECOND)
}

/// A moment to the second.
fn second(at: u64) -> String {
    let (days, rest) = (at / DAY, at % DAY);
    let (year, month, day) = date(days);
    let (hours, minutes, seconds) = (rest / HOUR, rest % HOUR / MINUTE, rest % MINUTE / SECOND);
    format!("{year:04}-{month:02}-{day:02}T{hours:02}:{minutes:02}:{seconds:02}")
}

/// The date so many days after the first of January 1970 (Hinnant 2013, `civil_from_days`, for days that are not before).
fn date(days: u64) -> (u64, u64, u64) {
    let since = days + 719_468;
    let (era, day) = (since / 146_097, since % 146_097);
    let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    let month = (5 * day + 2) / 153;
    let (date, month) = (day - (153 * month + 2) / 5 + 1, if month < 10 { month + 3 } else { month - 9 });
    (year + era * 400 + u64::from(month <= 2), month, date)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_of_time_are_written_as_each_standard_wants_them() {
        for (time, twelve, later) in [
            (0, "0000:00:00.00", "PT0S"),
            (1_230, "0000:00:01.23", "PT1.23S"),
            (61_000, "0000:01:01.00", "PT1M1S"),
            (3_600_000, "0001:00:00.00", "PT1H0S"),
            (u64::MAX, "9999:59:59.99", "PT5124095576030H25M51.61S"),
        ] {
            assert_eq!((clock(time).as_str(), period(time).as_str()), (twelve, later));
        }
    }

    #[test]
    fn moments_are_those_of_the_calendar() {
        for (at, expect) in [
            (0, "1970-01-01T00:00:00.00Z"),
            (951_782_400_000, "2000-02-29T00:00:00.00Z"),
            (1_735_689_599_999, "2024-12-31T23:59:59.99Z"),
            (1_795_471_989_000, "2026-11-23T22:13:09.00Z"),
        ] {
            assert_eq!(moment(at), expect);
            assert_eq!(
                timestamp(at).replace(&format!("{:03}Z", at % 1000), &format!("{:02}Z", at % 1000 / 10)),
                expect
            );
        }
    }

    #[test]
    fn a_time_of_day_is_local() {
        assert_eq!(time_of_day(82_800_000, 120), "01:00:00.00");
        assert_eq!(time_of_day(82_800_000, -60), "22:00:00.00");
    }
}
