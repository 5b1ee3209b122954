//! What a run needs before it begins: images open and sound, boot loaders' files read, a plan for every node.

use std::{
    collections::BTreeMap,
    fmt::Write as _,
    path::Path,
    sync::{Arc, Mutex, PoisonError},
};

use anyhow::Context;
use link::Watch;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::{
    manifest::{Manifest, Node},
    rehearsal::Rehearsal,
    words,
};
use crate::{
    boards,
    failure::Problem,
    family::{How, Scope, driver},
    files::{hex, node_files::Write, read_image, shared_image::SharedImage},
    image::{Announced, Patch},
    net::Addressing,
    plan::{self, Action, Artifacts, Goal, OpenImage, Plan},
    session::Way,
    transport::{Bus, Stop},
};

/// How a manifest is carried out.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// The names of nodes and groups that are meant; empty: all nodes.
    pub only: Vec<String>,
    /// The most nodes that are worked on at once; `None`: what the manifest says.
    pub jobs: Option<usize>,
    /// Whether the boards are simulated.
    pub rehearsal: Option<Rehearsal>,
    /// The library that reaches USB devices.
    pub bus: Bus,
}

impl Settings {
    /// What is at the other end of a node's port. A simulated board keeps its storage in the folder, or in memory without one.
    ///
    /// # Errors
    ///
    /// Nobody has simulated such a board.
    pub(super) fn way(
        &self,
        node: &Node,
        folder: Option<&Path>,
        retry: usize,
    ) -> anyhow::Result<Way> {
        match &self.rehearsal {
            None => Ok(Way::Real),
            Some(rehearsal) => Ok(Way::Virtual(vec![rehearsal.board(node, folder, retry)?])),
        }
    }

    /// The network of a node: a simulated one is on this computer's loopback, with an address of its own.
    pub(super) fn net(&self, node: &Node) -> Option<Addressing> {
        match (&self.rehearsal, node.net) {
            (Some(rehearsal), Some(_)) => Some(rehearsal.net(node)),
            (_, net) => net,
        }
    }

    /// The nodes that are meant, by their indices. Fails where a name is that of no node and of no group.
    pub fn chosen(&self, manifest: &Manifest) -> Result<Vec<usize>, Problem> {
        let is =
            |node: &Node, name: &String| node.name == *name || node.group.as_ref() == Some(name);
        for name in &self.only {
            if !manifest.nodes.iter().any(|node| is(node, name)) {
                let names: Vec<_> = manifest.nodes.iter().map(|node| node.name.as_str()).collect();
                let text = format!("no node and no group is called {name}");
                return Err(Problem::Usage(text).advised(format!("there are {}", names.join(", "))));
            }
        }
        let meant =
            |node: &Node| self.only.is_empty() || self.only.iter().any(|name| is(node, name));
        let nodes = manifest.nodes.iter().enumerate();
        Ok(nodes.filter(|(_, node)| meant(node)).map(|(index, _)| index).collect())
    }
}

/// What a node needs.
pub struct Prepared {
    /// The files of its boot loaders.
    pub files: Artifacts,
    /// The SHA-256 of its image's file.
    pub image_sha256: String,
    /// A digest of everything that it is to be.
    pub digest: String,
    /// What is done, as far as that is known before the board answers.
    pub plan: Plan,
    image: Arc<SharedImage>,
    patch: Patch,
}

impl Prepared {
    /// Opens the image for the node's board: it is unpacked together with those of others.
    pub(super) fn opens(&self) -> OpenImage<'_> {
        let announced = Mutex::new(self.image.announce());
        Box::new(move |_, stop| {
            let announced: Option<Announced> =
                announced.lock().unwrap_or_else(PoisonError::into_inner).take();
            self.image.disk_image(announced, &self.patch, stop)
        })
    }

    /// It for `plan.json`.
    pub(super) fn fields(&self, node: &Node) -> Value {
        json!({
            "name": node.name, "board": node.board.name, "port": node.port.to_string(),
            "image": self.image.name(), "image_sha256": self.image_sha256, "digest": self.digest,
            "steps": self.plan.fields(), "files": files(&self.files),
        })
    }
}

/// The names and hashes of boot loaders' files, by role.
fn files(files: &Artifacts) -> Value {
    let one = |file: &plan::Artifact| json!({"role": file.role.name(), "name": file.name, "sha256": hex(&Sha256::digest(&*file.bytes))});
    files.all().map(one).collect()
}

/// What a node is to become.
pub(super) fn goal(node: &Node) -> Goal {
    // A board that holds the image is compared to its end, any other one up to the first difference.
    let scope = if node.rewrite { Scope::All } else { Scope::Rest };
    let how = How { check: node.check, scope };
    let (to, via, set_boot, restart) = (node.to.clone(), node.via, node.set_boot, node.restart);
    Goal::Flash { to, via, how, set_boot, restart }
}

/// Prepares nodes, by their indices: opens and checks their images, each once, and makes their plans.
///
/// # Errors
///
/// The first file that is not what it should be, or the user's wish to stop.
pub fn prepare(
    manifest: &Manifest,
    nodes: &[usize],
    watch: &mut dyn Watch,
    stop: &Stop,
) -> anyhow::Result<BTreeMap<usize, Prepared>> {
    let mut images: BTreeMap<usize, Arc<SharedImage>> = BTreeMap::new();
    let (mut all, mut shared) = (BTreeMap::new(), Vec::new());
    for index in nodes {
        let node = &manifest.nodes[*index];
        let image = match images.get(&node.image) {
            Some(image) => image.clone(),
            None => {
                let image = SharedImage::open(&manifest.images[node.image].file, watch, stop)?;
                images.entry(node.image).or_insert_with(|| Arc::new(image)).clone()
            }
        };
        all.insert(*index, one(node, image, &mut shared, watch, stop)?);
    }
    Ok(all)
}

fn one(
    node: &Node,
    image: Arc<SharedImage>,
    shared: &mut Vec<Arc<Vec<u8>>>,
    watch: &mut dyn Watch,
    stop: &Stop,
) -> anyhow::Result<Prepared> {
    let mut files = Artifacts::collect(node.board, &node.files, &boards::folders("files"))?;
    files.share(shared);
    driver(node.board)?.judge(node.board, &files)?;
    let writes = node.writes.iter().map(|write| {
        let bytes = read_image(&write.file)?;
        Ok(Write { partition: write.partition.clone(), bytes, target: write.target.clone() })
    });
    let writes = writes.collect::<anyhow::Result<Vec<_>>>()?;
    let patch = image.patch_for(&writes, stop).with_context(|| format!("node {}", node.name))?;
    let image_sha256 = image.sha256(watch, stop)?.to_string();
    let disk_image = image.disk_image(None, &patch, stop)?;
    let plan = plan::plan(node.board, &goal(node), &files, Some(&disk_image))?;
    let digest = digest(node, &files, &image_sha256, &patch);
    Ok(Prepared { files, image_sha256, digest, plan, image, patch })
}

/// A digest of everything that a node is to be: a node that was done is done only as long as it is the same.
fn digest(node: &Node, files: &Artifacts, image: &str, patch: &Patch) -> String {
    let mut text = format!(
        "{} {} {} {image} {:?} {} {:?} {} {} {:?} {:?}",
        node.name,
        node.board.name,
        node.port,
        node.to,
        node.via.name(),
        node.check,
        node.set_boot,
        node.restart,
        node.chip,
        node.console,
    );
    for file in files.all() {
        let _ = write!(text, " {} {}", file.role.name(), hex(&Sha256::digest(&*file.bytes)));
    }
    for (offset, bytes) in patch.parts() {
        let _ = write!(text, " {offset} {}", hex(&Sha256::digest(bytes)));
    }
    hex(&Sha256::digest(text))
}

/// What a node whose board is in its mask ROM still needs, in words; `None`: nothing.
pub fn missing(plan: &Plan) -> Option<String> {
    plan.steps.iter().find_map(|step| match &step.action {
        Action::Start(start) if !start.missing.is_empty() => {
            Some(words::of_node(&start.missing.join("; ")))
        }
        _ => None,
    })
}
