use super::*;

fn read(line: &str) -> Result<Task> {
    parse(line.split_whitespace().map(OsString::from))
}

#[test]
fn serving() {
    assert_eq!(read("serve").unwrap(), Task::Serve(Serve::default()));
    let Task::Serve(serve) = read("serve --port 0 --dir dist --base /some/path").unwrap() else {
        panic!("not serve");
    };
    assert_eq!(serve.port, Some(0));
    assert_eq!(serve.base.as_deref(), Some("/some/path/"));
    assert!(read("serve --base some").is_err());
    assert!(read("serve --dev --dir dist").is_err());
    assert!(read("serve --port 70000").is_err());
}

#[test]
fn testing() {
    let Task::Test(test) = read("test model --fail-fast -- spiral --nocapture").unwrap() else {
        panic!("not test");
    };
    assert_eq!(test.checks, ["model"]);
    assert!(test.fail_fast);
    assert_eq!(test.filter, ["spiral", "--nocapture"]);
}

#[test]
fn fuzzing() {
    let fuzz = |line: &str| match read(line).unwrap() {
        Task::Fuzz(fuzz) => fuzz,
        other => panic!("{other:?}"),
    };
    assert_eq!(fuzz("fuzz"), Fuzz::Monkey { events: EVENTS, seed: None });
    assert_eq!(fuzz("fuzz --events 100000 --seed 7"), Fuzz::Monkey { events: 100_000, seed: Some(7) });
    assert_eq!(fuzz("fuzz --replay list.json"), Fuzz::Replay("list.json".into()));
    assert_eq!(fuzz("fuzz --guided 60"), Fuzz::Guided(60));
    for bad in
        ["fuzz 7", "fuzz --events many", "fuzz --replay list.json --seed 7", "fuzz --guided 5 --events 5"]
    {
        assert!(read(bad).is_err(), "{bad}");
    }
}

#[test]
fn releasing() {
    assert_eq!(read("release").unwrap(), Task::Release(Release::default()));
    let Task::Release(release) = read("release --only command --site-url https://example.org").unwrap()
    else {
        panic!("not release");
    };
    assert_eq!(release.only, Some(Part::Command));
    assert!(release.address.is_some());
    let expected = Assemble { out: "o".into(), sums: "s".into(), tarballs: vec!["a".into(), "b".into()] };
    assert_eq!(read("assemble a --out o --sums s b").unwrap(), Task::Assemble(expected));
    for bad in ["release --only", "release --only page", "assemble --out o a", "assemble --out o --sums s"] {
        assert!(read(bad).is_err(), "{bad}");
    }
}

#[test]
fn bringing_data_up_to_date() {
    assert_eq!(read("data").unwrap(), Task::Data(Data::default()));
    let Task::Data(data) = read("data --check --base http://127.0.0.1:8080/").unwrap() else {
        panic!("not data");
    };
    assert!(data.check);
    assert_eq!(data.base.as_deref(), Some("http://127.0.0.1:8080"));
    assert!(read("data --base 127.0.0.1").is_err());
    assert!(read("data now").is_err());
}

#[test]
fn the_rest() {
    assert_eq!(read("").unwrap(), Task::Help);
    assert_eq!(read("build").unwrap(), Task::Build(Build::default()));
    let Task::Build(build) = read("build --site-url https://example.org/tub --from a --to b").unwrap() else {
        panic!("not build");
    };
    assert_eq!(build.address, Some(Address::read("https://example.org/tub/").unwrap()));
    assert_eq!(build.copy, Some(("a".into(), "b".into())));
    assert!(read("build --from a --to b").is_err());
    assert!(read("build --site-url https://example.org --from a").is_err());
    assert!(read("build --site-url example.org").is_err());
    assert!(read("build now").is_err());
    assert!(read("paint").is_err());
}
