//! Workflows ask for no more than they need, end, and run what they name and nothing newer.

use std::path::Path;

/// Every workflow: its name and its text.
fn workflows() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../.github/workflows");
    let mut found: Vec<(String, String)> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap())
        .map(|entry| {
            (entry.file_name().into_string().unwrap(), std::fs::read_to_string(entry.path()).unwrap())
        })
        .collect();
    found.sort();
    found
}

/// The jobs of a workflow: the lines of each, from its name on.
fn jobs(text: &str) -> Vec<Vec<&str>> {
    let mut jobs: Vec<Vec<&str>> = Vec::new();
    for line in text.lines().skip_while(|line| *line != "jobs:").skip(1) {
        let is_name = line.starts_with("  ") && !line[2..].starts_with([' ', '#']);
        if is_name {
            jobs.push(vec![line]);
        } else if let Some(job) = jobs.last_mut() {
            job.push(line);
        }
    }
    jobs
}

/// The tests, which a release runs as a job: its own jobs end and say what they may.
const OWN_TESTS: &str = "./.github/workflows/test.yml";

/// What is wrong with the action that a line uses, if it uses one.
fn loose(line: &str) -> Option<String> {
    let (_, action) = line.split_once("uses: ")?;
    // A workflow of this very commit.
    if action == OWN_TESTS {
        return None;
    }
    let pinned = action.split_once('@').and_then(|(_, rest)| rest.split_once(" # v")).is_some_and(
        |(digest, version)| {
            digest.len() == 40
                && digest.bytes().all(|byte| byte.is_ascii_hexdigit())
                && version.split('.').count() == 3
                && version.split('.').all(|part| part.parse::<u32>().is_ok())
        },
    );
    (!pinned).then(|| action.to_owned())
}

#[test]
fn actions_are_named_by_digest_with_their_version() {
    for (name, text) in workflows() {
        assert_eq!(text.lines().filter_map(loose).collect::<Vec<_>>(), Vec::<String>::new(), "{name}");
    }
    let digest = "0123456789abcdef0123456789abcdef01234567";
    assert_eq!(loose(&format!("      - uses: a/b@{digest} # v1.2.3")), None);
    for other in
        ["a/b@v1", "a/b@0123456789abcdef # v1.2.3", &format!("a/b@{digest}"), &format!("a/b@{digest} # v1")]
    {
        assert!(loose(&format!("      - uses: {other}")).is_some(), "{other}");
    }
}

#[test]
fn every_job_ends_and_says_what_it_may() {
    let all = workflows();
    let names: Vec<&str> = all.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["data.yml", "pages.yml", "release.yml", "test.yml"]);
    for (name, text) in &all {
        assert!(text.contains("\npermissions: {}\n"), "{name} takes what the repository gives");
        assert!(text.contains("\nconcurrency:"), "{name} runs beside itself");
        let jobs = jobs(text);
        assert!(!jobs.is_empty(), "{name} has no job");
        for job in jobs {
            let is_called = job.iter().any(|line| line.trim() == format!("uses: {OWN_TESTS}"));
            let own = ["    permissions:", "    timeout-minutes: ", "    runs-on: "];
            for asked in if is_called { &own[..1] } else { &own[..] } {
                assert!(job.iter().any(|line| line.starts_with(*asked)), "{name}, {}: no {asked}", job[0]);
            }
        }
    }
}

#[test]
fn nothing_of_a_run_is_written_into_a_script() {
    // A name of a branch or a title may hold whatever a shell takes for more.
    for (name, text) in workflows() {
        let mut script: Option<usize> = None;
        for line in text.lines().filter(|line| !line.trim().is_empty()) {
            let indent = line.len() - line.trim_start().len();
            if script.is_some_and(|begins| indent <= begins) {
                script = None;
            }
            if line.trim_start().trim_start_matches("- ").starts_with("run:") {
                script = Some(indent);
            }
            assert!(script.is_none() || !line.contains("${{"), "{name}: {line}");
        }
    }
}
