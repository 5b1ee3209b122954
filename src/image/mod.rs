//! Opening what users have for writing to storage: raw images, compressed ones (gzip, xz, zstd, bzip2, lzip, lzma, zlib),
//! Android sparse images, any of them with a bmap beside it. What a file is follows from its content, never from its name.
//!
//! [`Image::open`] recognises a file and reads its headers; [`Image::pieces`] gives what is to be written, in order, in
//! bounded memory. An image in a file can be streamed as often as one likes (a verification streams it again); one from
//! stdin once. [`Image::ahead`] gives its data alone, from a thread that reads ahead, and
//! [`Image::extent`] finds out beforehand how much there is. [`Image::raw`] is the way to read at any place, which only a
//! raw file offers.

mod ahead;
mod bmap;
mod compression;
mod extent;
mod foreign;
mod forward;
mod mapped;
mod open;
mod patch;
mod pieces;
mod raw;
mod relay;
mod runs;
mod sparse;
mod step;
mod straight;
mod unpack;
mod zeros;

#[cfg(test)]
mod tests;

pub use ahead::{Ahead, Run};
pub use bmap::{Bmap, Kind as Checksum, Range};
pub use compression::Compression;
pub use extent::Extent;
pub(crate) use open::HEAD;
pub use open::{Bmaps, Image, Layout, Options};
pub use patch::Patch;
pub use pieces::{Content, Piece, Pieces};
pub use raw::Raw;
pub use relay::{Announced, Reader, Relay};
pub use runs::Runs;
pub use sparse::Header as SparseHeader;
pub use straight::Straight;

/// The most that an unpacker may keep as its window, unless told otherwise: what zstd's own tool takes, and more than
/// `xz -9` asks for (64 MiB).
pub const WINDOW: u64 = 128 << 20;

/// Bytes of the buffer that pieces are cut from.
pub const PIECE: usize = 1 << 20;

/// The longest image that a header may tell of, in bytes: 16 TiB, more than any board's storage.
pub const LONGEST: u64 = 16 << 40;
