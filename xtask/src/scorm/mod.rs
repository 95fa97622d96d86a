//! `cargo xtask package scorm <lesson>`: one zip that learning platforms take, by SCORM 1.2. In it stands the
//! page with a document around it that names the lesson and tells the platform how far a learner is.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use serde_json::Value;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::project;
use crate::site::assets::files;
use crate::site::html::escaped;
use crate::site::policy::POLICY;
use crate::site::{Mode, Workshop};
use crate::step::capture;
use crate::tools::{self, Tools};

/// What is packed.
#[derive(Debug, PartialEq, Eq)]
pub struct Scorm {
    /// Name of the lesson.
    pub lesson: String,
    /// Tag of the language it opens in.
    pub language: String,
    /// A finished site; built where none is named.
    pub from: Option<PathBuf>,
}

/// Folders of the site that no lesson needs.
const LEFT_OUT: [&str; 5] = ["articles", "module", "scenarios", "teaching", "v"];
/// Files that no lesson needs: a platform keeps its own.
const WORKER: &str = "service-worker.js";

/// What is said where a platform does not answer, by language.
const UNHEARD: [(&str, &str); 5] = [
    (
        "en",
        "Your learning platform does not answer. The lesson works, but your result is not kept there. Hand in the code instead: it stands below the list of all lessons.",
    ),
    (
        "ru",
        "Учебная платформа не отвечает. Урок работает, но результат на ней не сохранится. Сдайте вместо него код: он под списком всех уроков.",
    ),
    (
        "vi",
        "Nền tảng học tập không trả lời. Bài học vẫn chạy, nhưng kết quả không được lưu ở đó. Hãy nộp mã thay thế: mã nằm dưới danh sách các bài học.",
    ),
    (
        "zh-Hans",
        "学习平台没有回应。课程可以使用，但成绩不会保存在平台上。请改交代码：代码在全部课程的列表下面。",
    ),
    (
        "zh-Hant",
        "學習平台沒有回應。課程可以使用，但成績不會儲存在平台上。請改交代碼：代碼在全部課程的清單下面。",
    ),
];

impl Scorm {
    /// Leaves the zip in target/package and returns its path.
    ///
    /// # Errors
    /// When there is no such lesson or language, or a step fails.
    pub fn package(&self) -> Result<PathBuf> {
        let site = match &self.from {
            Some(site) => site.clone(),
            None => Workshop::prepare()?.build(Mode::Web, None)?,
        };
        let Scorm { lesson, language, .. } = self;
        let tags: Vec<&str> = UNHEARD.iter().map(|(tag, _)| *tag).collect();
        let (_, unheard) = UNHEARD
            .iter()
            .find(|(tag, _)| tag == language)
            .with_context(|| format!("no language `{language}`: {}", tags.join(", ")))?;
        let list = site.join(format!("lessons/list.{language}.json"));
        let rows: Vec<Value> = serde_json::from_str(
            &std::fs::read_to_string(&list)
                .with_context(|| format!("{} is no built site", site.display()))?,
        )?;
        let names: Vec<&str> = rows.iter().filter_map(|row| row["id"].as_str()).collect();
        let row = rows
            .iter()
            .find(|row| row["id"] == lesson.as_str())
            .with_context(|| format!("no lesson `{lesson}`: {}", names.join(", ")))?;
        let title = row["title"].as_str().unwrap_or_default();
        let about = row["about"].as_str().unwrap_or_default();

        let launch = include_str!("launch.html")
            .replace("{policy}", POLICY)
            .replace("{lang}", language)
            .replace("{lesson}", lesson)
            .replace("{title}", &escaped(title))
            .replace("{unheard}", unheard);
        let mut packed: Vec<(String, Vec<u8>)> = vec![
            ("scorm.html".to_owned(), launch.into_bytes()),
            ("scorm.css".to_owned(), include_bytes!("launch.css").to_vec()),
            ("scorm.js".to_owned(), script()?.into_bytes()),
        ];
        for file in files(&site)? {
            let name = file.to_string_lossy().replace('\\', "/");
            let folder = name.split('/').next().unwrap_or_default();
            if !LEFT_OUT.contains(&folder) && name != WORKER {
                packed.push((name, std::fs::read(site.join(&file))?));
            }
        }
        packed.sort();
        let names: Vec<&str> = packed.iter().map(|(name, _)| name.as_str()).collect();
        let manifest = manifest(lesson, language, title, about, &names);
        packed.insert(0, ("imsmanifest.xml".to_owned(), manifest.into_bytes()));

        let folder = project::target_dir().join("package");
        std::fs::create_dir_all(&folder)?;
        let path = folder.join(format!("bathtub-{lesson}-{language}-scorm.zip"));
        write(&path, &packed)?;
        Ok(path)
    }
}

/// The script with the wrapper of the platform's functions in it.
fn script() -> Result<String> {
    let modules = tools::modules(&Tools::open()?)?;
    let mut esbuild = modules.node();
    esbuild.env("NODE_PATH", &modules.dir).arg(modules.esbuild()).arg("xtask/src/scorm/launch.js").args([
        "--bundle",
        "--format=esm",
        "--minify",
        "--charset=utf8",
        "--legal-comments=inline",
        "--log-level=warning",
    ]);
    capture(&mut esbuild)
}

/// What the platform reads first.
fn manifest(lesson: &str, language: &str, title: &str, about: &str, names: &[&str]) -> String {
    let (title, about) = (escaped(title), escaped(about));
    let list: String = names.iter().map(|name| format!("   <file href=\"{}\"/>\n", escaped(name))).collect();
    format!(
        r#"<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="liquidity-bathtub-{lesson}" version="{version}"
 xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
 <metadata>
  <schema>ADL SCORM</schema>
  <schemaversion>1.2</schemaversion>
  <lom xmlns="http://www.imsglobal.org/xsd/imsmd_rootv1p2p1">
   <general>
    <title><langstring xml:lang="{language}">{title}</langstring></title>
    <language>{language}</language>
    <description><langstring xml:lang="{language}">{about}</langstring></description>
   </general>
   <rights>
    <cost><source><langstring xml:lang="x-none">LOMv1.0</langstring></source><value><langstring xml:lang="x-none">no</langstring></value></cost>
    <copyrightandotherrestrictions><source><langstring xml:lang="x-none">LOMv1.0</langstring></source><value><langstring xml:lang="x-none">yes</langstring></value></copyrightandotherrestrictions>
    <description><langstring xml:lang="en">Texts, pictures and programs: MIT or Apache-2.0, as you like.</langstring></description>
   </rights>
  </lom>
 </metadata>
 <organizations default="lessons">
  <organization identifier="lessons">
   <title>{title}</title>
   <item identifier="lesson" identifierref="page"><title>{title}</title></item>
  </organization>
 </organizations>
 <resources>
  <resource identifier="page" type="webcontent" adlcp:scormtype="sco" href="scorm.html">
{list}  </resource>
 </resources>
</manifest>
"#,
        version = env!("CARGO_PKG_VERSION"),
    )
}

/// The same files give the same bytes.
fn write(path: &Path, packed: &[(String, Vec<u8>)]) -> Result<()> {
    let mut zip = ZipWriter::new(BufWriter::new(File::create(path)?));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    for (name, content) in packed {
        ensure!(!name.contains(".."), "{name} leads out of the package");
        zip.start_file(name.as_str(), options)?;
        zip.write_all(content)?;
    }
    zip.finish()?.flush()?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_manifest_names_every_file_and_the_licence() {
        let manifest = manifest("taps", "en", "A & B", "Why <so>?", &["a.js", "b&c.css"]);
        for said in [
            "<schemaversion>1.2<",
            "A &amp; B",
            "Why &lt;so&gt;?",
            "href=\"a.js\"",
            "href=\"b&amp;c.css\"",
            "MIT or Apache-2.0",
            "scormtype=\"sco\"",
        ] {
            assert!(manifest.contains(said), "{said}: {manifest}");
        }
    }

    #[test]
    fn what_is_not_there_is_named() {
        let site = std::env::temp_dir().join(format!("bathtub-scorm-{}", std::process::id()));
        std::fs::create_dir_all(site.join("lessons")).unwrap();
        std::fs::write(site.join("lessons/list.en.json"), r#"[{"id": "taps", "title": "T", "about": "a"}]"#)
            .unwrap();
        let refused = |lesson: &str, language: &str| {
            let scorm = Scorm { lesson: lesson.into(), language: language.into(), from: Some(site.clone()) };
            scorm.package().unwrap_err().to_string()
        };
        assert_eq!(refused("tapes", "en"), "no lesson `tapes`: taps");
        assert!(refused("taps", "xx").starts_with("no language `xx`: en, ru"));
        assert!(refused("taps", "ru").contains("is no built site"));
        std::fs::remove_dir_all(&site).unwrap();
    }

    #[test]
    fn every_language_of_the_page_has_its_sentence() {
        let words = project::root().join("www/words");
        let mut tags: Vec<String> = files(&words)
            .unwrap()
            .iter()
            .map(|file| file.file_stem().unwrap().to_string_lossy().into_owned())
            .collect();
        tags.push("en".to_owned());
        tags.sort();
        let mut said: Vec<&str> = UNHEARD.iter().map(|(tag, _)| *tag).collect();
        said.sort();
        assert_eq!(said, tags);
    }
}
