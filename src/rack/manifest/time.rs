//! Times in a manifest.

use std::time::Duration;

use super::tree::{Table, Value};

/// The longest time: a week.
pub(super) const LONGEST: u64 = 7 * 24 * 60 * 60;

/// The time that a value stands for: `"30s"`, `"3m"`, `"1h"`, or a number of seconds, up to a week.
pub(super) fn time(value: &Value) -> Option<Duration> {
    let seconds = match value {
        Value::Number(seconds) => u64::try_from(*seconds).ok()?,
        Value::Text(text) => seconds(text)?,
        _ => return None,
    };
    (seconds <= LONGEST).then(|| Duration::from_secs(seconds))
}

fn seconds(text: &str) -> Option<u64> {
    let (digits, unit) = match text.chars().next_back()? {
        's' => (text.strip_suffix('s')?, 1),
        'm' => (text.strip_suffix('m')?, 60),
        'h' => (text.strip_suffix('h')?, 60 * 60),
        _ => (text, 1),
    };
    let plain = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    digits.parse::<u64>().ok().filter(|_| plain)?.checked_mul(unit)
}

impl Table {
    /// The time of a key, or this many seconds.
    pub(super) fn time_or(&self, key: &str, seconds: u64) -> Duration {
        let own = self.get(key).and_then(|item| time(&item.value));
        own.unwrap_or_else(|| Duration::from_secs(seconds))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_have_a_unit_or_are_seconds() {
        let text = |text: &str| time(&Value::Text(text.into())).map(|time| time.as_secs());
        for (said, seconds) in [("30s", 30), ("3m", 180), ("1h", 3600), ("7", 7), ("0s", 0)] {
            assert_eq!(text(said), Some(seconds), "{said}");
        }
        for said in
            ["", "s", "1d", "+1s", "-1", "1.5s", "1 s", "169h", "99999999999999999999s", "1ß"]
        {
            assert_eq!(text(said), None, "{said}");
        }
        assert_eq!(time(&Value::Number(90)), Some(Duration::from_secs(90)));
        assert_eq!(time(&Value::Number(-1)), None);
        assert_eq!(time(&Value::Flag(true)), None);
    }
}
