//! How the options of virtual boards are read.

/// The values of a switch.
pub(super) const ON_OFF: [(&str, bool); 2] = [("on", true), ("off", false)];

/// One of the values that an option may have. Fails with their names.
pub(super) fn choose<T: Copy>(key: &str, value: &str, choices: &[(&str, T)]) -> Result<T, String> {
    if let Some((_, choice)) = choices.iter().find(|(name, _)| *name == value) {
        return Ok(*choice);
    }
    let names: Vec<_> = choices.iter().map(|(name, _)| *name).collect();
    Err(format!("`{key}={value}`: it can be {}", names.join(" or ")))
}

/// Splits at commas; two commas stand for one in a value.
pub(super) fn split(options: &str) -> Vec<String> {
    let mark = "\u{0}";
    let parts = options.replace(",,", mark);
    parts.split(',').filter(|part| !part.is_empty()).map(|part| part.replace(mark, ",")).collect()
}
