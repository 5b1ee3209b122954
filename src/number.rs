//! Numbers as users write them: decimal, `0x…`, and `k`, `M`, `G` for powers of 1024.

/// Reads a number.
pub fn parse(text: &str) -> Result<u64, String> {
    let (digits, scale) = match text.strip_suffix(['k', 'K', 'M', 'G']) {
        Some(digits) if !text.starts_with("0x") && !text.starts_with("0X") => (digits, unit(text)),
        _ => (text, 1),
    };
    let digits = digits.replace('_', "");
    let value = match digits.strip_prefix("0x").or_else(|| digits.strip_prefix("0X")) {
        Some(hex) => u64::from_str_radix(hex, 16),
        None => digits.parse(),
    };
    let value =
        value.map_err(|_| format!("`{text}` is not a number (decimal, 0x…, or with k, M or G)"))?;
    value.checked_mul(scale).ok_or_else(|| format!("{text} is too large"))
}

/// Seconds, rounded to thousandths.
pub fn to_millis(seconds: f64) -> f64 {
    (seconds * 1000.0).round() / 1000.0
}

/// Reads a 32-bit number.
pub fn parse_u32(text: &str) -> Result<u32, String> {
    u32::try_from(parse(text)?).map_err(|_| format!("{text} does not fit into 32 bits"))
}

/// Reads a time in seconds, fractions allowed.
pub fn parse_seconds(text: &str) -> Result<std::time::Duration, String> {
    let seconds: f64 = text.parse().map_err(|_| format!("`{text}` is not a number of seconds"))?;
    std::time::Duration::try_from_secs_f64(seconds)
        .ok()
        .filter(|time| time.as_secs() <= 86_400)
        .ok_or_else(|| format!("{text} seconds is not between 0 and a day"))
}

fn unit(text: &str) -> u64 {
    match text.as_bytes().last() {
        Some(b'k' | b'K') => 1 << 10,
        Some(b'M') => 1 << 20,
        Some(b'G') => 1 << 30,
        _ => 1,
    }
}

/// A size for people, in the largest unit that has two digits.
pub fn size(bytes: u64) -> String {
    let units = [(30, "GiB"), (20, "MiB"), (10, "KiB")];
    match units.into_iter().find(|(shift, _)| bytes >> shift >= 10) {
        Some((shift, unit)) => format!("{} {unit}", bytes >> shift),
        None => format!("{bytes} bytes"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_the_command_line_promises() {
        assert_eq!(parse("4096"), Ok(4096));
        assert_eq!(parse("0x4A000000"), Ok(0x4a00_0000));
        assert_eq!(parse("64k"), Ok(65536));
        assert_eq!(parse("2G"), Ok(2 << 30));
        assert_eq!(parse("0x4a00_0000"), Ok(0x4a00_0000));
        assert!(parse_u32("0x100000000").is_err());
        for wrong in
            ["", "k", "0x", "12q", "-1", "0x10k", "99999999999999999999", "18446744073709551615k"]
        {
            assert!(parse(wrong).is_err(), "{wrong} was taken for a number");
        }
    }

    #[test]
    fn seconds_may_have_fractions_and_have_bounds() {
        assert_eq!(parse_seconds("0.5"), Ok(std::time::Duration::from_millis(500)));
        for wrong in ["-1", "nan", "1e9", "x"] {
            assert!(parse_seconds(wrong).is_err(), "{wrong} was taken for a time");
        }
    }

    #[test]
    fn sizes_have_two_digits_and_more() {
        assert_eq!(size(512), "512 bytes");
        assert_eq!(size(128 << 20), "128 MiB");
        assert_eq!(size(5 << 30), "5120 MiB");
        assert_eq!(size(58 << 30), "58 GiB");
    }
}
