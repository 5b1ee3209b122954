//! `doctor`: problems of this computer that keep it from its boards.

use link::Foreign;
use serde_json::json;

use super::Options;
use crate::{
    doctor::{self, Finding, Machine, Severity},
    exit::Exit,
    report::Answer,
};

pub(super) fn run(options: &Options, machine: &Machine) -> anyhow::Result<Answer> {
    Ok(answer(doctor::examine(machine, options.access().usb_port()?), options.quiet))
}

/// The worst is last, beside the prompt. `quiet`: what is as it should be is not said.
fn answer(mut findings: Vec<Finding>, quiet: bool) -> Answer {
    findings.sort_by_key(|finding| finding.severity);
    let mut lines: Vec<_> = findings
        .iter()
        .filter(|finding| !quiet || finding.severity > Severity::Ok)
        .map(lines)
        .collect();
    lines.push(summary(&findings));
    let fields = json!({
        "problems": count(&findings, Severity::Problem), "notes": count(&findings, Severity::Note),
        "findings": findings.iter().map(Finding::fields).collect::<Vec<_>>(),
    });
    Answer::new(lines.join("\n"), fields).exits(exit(&findings))
}

/// A board that may not be opened comes before everything else that may be wrong with it.
fn exit(findings: &[Finding]) -> Exit {
    findings.iter().map(Finding::exit).max().unwrap_or(Exit::Done)
}

fn count(findings: &[Finding], severity: Severity) -> usize {
    findings.iter().filter(|finding| finding.severity == severity).count()
}

fn lines(finding: &Finding) -> String {
    let (severity, check) = (finding.severity.word(), finding.check.word());
    let mut text =
        format!("{severity:<8} {check:<10} {}{}", place(finding), Foreign(&finding.text));
    for step in finding.remedy.lines() {
        text += &format!("\n           -> {}", Foreign(step));
    }
    text
}

/// The port, unless the text names it itself.
fn place(finding: &Finding) -> String {
    let port = finding.port.as_ref().map(|port| format!("port {port}"));
    port.filter(|port| !finding.text.contains(port))
        .map(|port| format!("{port}: "))
        .unwrap_or_default()
}

fn summary(findings: &[Finding]) -> String {
    let many = |severity: Severity| match count(findings, severity) {
        0 => None,
        1 => Some(format!("1 {}", severity.word())),
        count => Some(format!("{count} {}s", severity.word())),
    };
    let verdict = match (many(Severity::Problem), many(Severity::Note)) {
        (None, None) => "no problems".into(),
        (None, Some(notes)) => format!("no problems; {notes}"),
        (Some(problems), None) => format!("{problems}: each \"->\" line says how to fix it"),
        (Some(problems), Some(notes)) => {
            format!("{problems} and {notes}: each \"->\" line says how to fix it")
        }
    };
    format!("\n{verdict}")
}
