//! Makes a transcript of what another tool said to a board, from a capture of Linux's usbmon:
//! `cargo run --example usbmon-transcript -- FILE.pcap --origin TEXT > session.txt`.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "it reports to whoever runs it")]

#[path = "../capture/mod.rs"]
pub(crate) mod capture;

use std::{fs, path::PathBuf, process::ExitCode};

use anyhow::Context;
use clap::Parser;

use capture::{Address, Bulk, Choice, transcript};

/// Makes a transcript of a capture of usbmon (pcap or pcapng); it goes to stdout.
#[derive(Debug, Parser)]
pub(crate) struct Arguments {
    /// The capture
    file: PathBuf,
    /// Which device, as lsusb counts; without it the only one that somebody spoke to
    #[arg(long, value_name = "BUS:DEVICE")]
    device: Option<Address>,
    /// Vendor and product, hexadecimal, where the capture began after the board was plugged in
    #[arg(long, value_name = "VVVV:PPPP", value_parser = ids)]
    ids: Option<(u16, u16)>,
    /// Bulk endpoints, hexadecimal, and their packet size (512 unless told), for the same reason
    #[arg(long, value_name = "OUT:IN[:SIZE]", value_parser = bulk)]
    endpoints: Option<Bulk>,
    /// Longest transfer to the board that is kept whole, not as its length and CRC-32: long enough for requests, too
    /// short for code of other people's
    #[arg(long, value_name = "BYTES", default_value = "32")]
    whole: usize,
    /// Board, SoC, host, tool and its version, date
    #[arg(long, value_name = "TEXT")]
    origin: String,
    /// A further line for the transcript's head (`ours: fel identify`); repeatable
    #[arg(long, value_name = "TEXT")]
    comment: Vec<String>,
}

fn ids(text: &str) -> Result<(u16, u16), String> {
    let id = |text| u16::from_str_radix(text, 16).ok();
    text.split_once(':')
        .and_then(|(vendor, product)| Some((id(vendor)?, id(product)?)))
        .ok_or_else(|| "it is not VVVV:PPPP, two hexadecimal numbers".into())
}

fn bulk(text: &str) -> Result<Bulk, String> {
    let address = |text| u8::from_str_radix(text, 16).ok();
    let parts: Vec<_> = text.split(':').collect();
    let bulk = match parts[..] {
        [out, r#in] => Some((address(out), address(r#in), Some(512))),
        [out, r#in, size] => Some((address(out), address(r#in), size.parse().ok())),
        _ => None,
    };
    match bulk {
        Some((Some(out), Some(r#in), Some(max_packet))) if out & 0x80 == 0 && r#in & 0x80 != 0 => {
            Ok(Bulk { out, r#in, max_packet })
        }
        _ => Err("it is not two addresses as in 01:82, and a packet size at most".into()),
    }
}

/// The transcript that the arguments ask for.
pub(crate) fn convert(arguments: &Arguments) -> anyhow::Result<String> {
    let path = || arguments.file.display().to_string();
    let capture = fs::read(&arguments.file).with_context(path)?;
    let Arguments { device, ids, endpoints: bulk, whole, .. } = *arguments;
    let choice = Choice { device, ids, bulk, whole: Some(whole) };
    let mut transcript = transcript(&capture, &choice).with_context(path)?;
    transcript.comments.push(format!("origin: {}", arguments.origin));
    transcript.comments.extend(arguments.comment.iter().cloned());
    Ok(transcript.to_string())
}

fn main() -> ExitCode {
    match convert(&Arguments::parse()) {
        Ok(text) => {
            print!("{text}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}
