//! How layouts are walked through.

/// What a walk through an image finds next.
pub(super) enum Step {
    /// This many bytes, in the buffer.
    Data(usize),
    /// This many bytes that the image does not have.
    Hole(u64),
    /// The end of a sound image.
    End,
}
