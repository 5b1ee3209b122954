//! `image`: what a file is, and whether it is sound.

use std::path::{Path, PathBuf};

use link::{StepId, Watch};
use serde_json::{Value, json};

use super::image_file::Mapped;
use crate::{
    exit::Exit,
    failure::Problem,
    files::{
        detect::{Finding, Survey, look, overall},
        hex,
    },
    image::{Image, Layout, Options, Pieces},
    report::Answer,
    transport::Stop,
};
/// Commands about image files.
#[derive(Debug, clap::Subcommand)]
pub enum Command {
    /// Say what a file is (compressed, sparse, with a bmap; GPT, loader, SPL, FIT, package…) and whether it is sound.
    /// All of it is read
    #[command(after_help = super::examples::IMAGE_INFO)]
    Info(Args),
}

/// What `image info` takes.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The file; - is stdin
    file: PathBuf,
    #[command(flatten)]
    mapped: Mapped,
}

impl Command {
    pub(super) fn name(&self) -> &'static str {
        match self {
            Self::Info(_) => "image info",
        }
    }
}

pub(super) fn run(command: &Command, stop: &Stop, watch: &mut dyn Watch) -> anyhow::Result<Answer> {
    let Command::Info(args) = command;
    let (bmap, stop) = (args.mapped.bmaps(), stop.clone());
    let options = Options { bmap, hash: true, stop, ..Options::default() };
    Ok(info(&args.file, Image::open(&args.file, &options)?, watch)?.answer())
}

/// The properties of a file, each for people and for scripts.
struct Info {
    file: String,
    lines: Vec<(&'static str, String)>,
    fields: Value,
    findings: Vec<Finding>,
}

/// Reads the file whole. What is damaged is a part of the answer.
fn info(path: &Path, mut image: Image, watch: &mut dyn Watch) -> Result<Info, Problem> {
    let mut pieces = image.pieces()?;
    let mut survey = Survey::default();
    watch.step(StepId::CHECK, "read the image", image.file_length().unwrap_or(0));
    let broken = match survey.take(&mut pieces, watch) {
        Err(Problem::Interrupted) => return Err(Problem::Interrupted),
        taken => taken.err(),
    };
    let mut info = Info {
        file: path.display().to_string(),
        lines: Vec::new(),
        fields: json!({}),
        findings: Vec::new(),
    };
    info.compression(&image);
    info.layout(&image, &pieces);
    if broken.is_none() {
        info.length(&survey, &pieces);
    }
    info.findings = match broken {
        None => look(&image, &survey),
        Some(problem) => vec![Finding::unsound("stream", problem.to_string())],
    };
    Ok(info)
}

impl Info {
    fn say(&mut self, name: &'static str, text: String, fields: Value) {
        self.lines.push((name, text));
        self.fields[name] = fields;
    }

    fn compression(&mut self, image: &Image) {
        if let Some(length) = image.file_length() {
            self.say("bytes", length.to_string(), json!(length));
        }
        if let Some(kind) = image.compression() {
            let window = image
                .window()
                .map(|window| format!(", unpacking keeps {} KiB in memory", window >> 10));
            let text = format!("{}{}", kind.name(), window.unwrap_or_default());
            self.say("compressed", text, json!(kind.name()));
            self.fields["window"] = json!(image.window());
        }
    }

    fn layout(&mut self, image: &Image, pieces: &Pieces) {
        match image.layout() {
            Layout::Plain => {}
            Layout::Sparse(header) => {
                let seen = pieces.chunks().unwrap_or_default();
                let (major, minor) = header.version;
                let text = format!(
                    "Android sparse image {major}.{minor}: {} blocks of {} bytes in {} chunks ({} raw, {} fill, {} don't \
                     care, {} CRC)",
                    header.blocks,
                    header.block,
                    header.chunks,
                    seen.raw,
                    seen.fill,
                    seen.absent,
                    seen.crc
                );
                let fields = json!({
                    "version": format!("{major}.{minor}"), "block": header.block, "blocks": header.blocks,
                    "chunks": header.chunks, "raw": seen.raw, "fill": seen.fill, "dont_care": seen.absent, "crc": seen.crc,
                });
                self.say("sparse", text, fields);
            }
            Layout::Mapped(path, map) => {
                let (path, kind, mapped) =
                    (path.display().to_string(), map.kind.name(), map.mapped());
                let ranges = map.ranges.len();
                let text = format!(
                    "{path} (version {}): {mapped} blocks of {} bytes in {ranges} ranges, checksums {kind}",
                    map.version, map.block
                );
                let fields = json!({
                    "file": path, "version": map.version, "block": map.block, "mapped": mapped, "ranges": ranges,
                    "checksums": kind,
                });
                self.say("bmap", text, fields);
            }
        }
    }

    fn length(&mut self, survey: &Survey, pieces: &Pieces) {
        let (length, holes) = (pieces.offset(), survey.holes());
        let text = match holes {
            0 => format!("{length} bytes"),
            _ => format!("{length} bytes, {holes} of them holes"),
        };
        self.say("length", text, json!(length));
        self.fields["holes"] = json!(holes);
        match pieces.sha256() {
            Some(sum) => self.say("sha256", hex(&sum), json!(hex(&sum))),
            None => {
                self.say("sha256", "not made: the image has too many holes".into(), Value::Null)
            }
        }
        if let Some(text) = pieces.left_out() {
            self.say("left_out", text.clone(), json!(text));
        }
    }

    fn answer(mut self) -> Answer {
        let sound = overall(&self.findings);
        let mut text = link::Foreign(&self.file).to_string();
        for (name, line) in &self.lines {
            text += &format!("\n  {name:<10} {}", link::Foreign(line));
        }
        for finding in &self.findings {
            let mark = finding.mark();
            text += &format!("\n  {mark:<10} {}", finding.text.replace('\n', "\n             "));
        }
        self.fields["file"] = json!(self.file);
        self.fields["contents"] = self.findings.iter().map(Finding::fields).collect();
        self.fields["sound"] = json!(sound);
        Answer::new(text, self.fields).exits(match sound {
            Some(false) => Exit::BadInput,
            _ => Exit::Done,
        })
    }
}
