/* SPDX-License-Identifier: GPL-3.0-or-later */
/* node compare.mjs REPORT SHEETS WORDS FONTS LANG: LibreOffice's CSV of each sheet against the
 * report's own tables; the words of the document's PDF (pdftotext -bbox) against the
 * sheet of paper; its fonts (pdffonts). */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const [,, report, sheets, words, fonts, lang] = process.argv;
let passed = 0, failed = 0;
function check(what, good, more) {
  if (good) { passed++; return; }
  failed++;
  console.log(`FAILED ${lang}: ${what}${more ? `: ${more}` : ""}`);
}

/* Rows of [text, quoted] cells; quotes may hold new lines. */
function parse(csv) {
  const rows = [[]];
  let at = csv.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (at < csv.length) {
    let cell = "", quoted = csv[at] === '"';
    if (quoted) {
      for (at++; csv[at] !== '"' || csv[at + 1] === '"'; at++) {
        cell += csv[at];
        at += csv[at] === '"';
      }
      at++;
    } else while (at < csv.length && !",\r\n".includes(csv[at])) cell += csv[at++];
    rows.at(-1).push([cell, quoted]);
    if (csv[at] === "\r") at++;
    if (csv[at] === "\n" && at + 1 < csv.length) rows.push([]);
    at++;
  }
  return rows;
}

/* LibreOffice writes 15 digits, 20 behind the point, and shares with a percent sign. */
const DIGITS = 1e-14, LEAST = 1e-20;
const number = text => text.endsWith("%") ? Number(text.slice(0, -1)) / 100 : Number(text);

function same(ours, theirs) {
  const [text, quoted] = ours;
  if (quoted && lang !== "en") return (theirs !== "") === (text !== "");   // CSV is English
  if (quoted) return theirs === text.replace(/^'/, "");   // the guard against formulas
  if (text === "") return theirs === "";
  const want = Number(text), got = number(theirs);
  return theirs !== "" && Math.abs(got - want) <= DIGITS * Math.abs(want) + LEAST;
}

function sheet(name) {
  const ours = parse(readFileSync(join(report, `${name}.csv`), "utf8"));
  const theirs = parse(readFileSync(join(sheets, `report-${name}.csv`), "utf8")).slice(2);
  const wrong = [];
  ours.slice(1).forEach((row, i) => row.slice(0, -1).forEach((cell, k) => {   // less provenance
    const got = theirs[i + 1]?.[k]?.[0] ?? "";
    if (!same(cell, got)) wrong.push(`${ours[0][k][0]}, row ${i + 1}: "${got}", not "${cell[0]}"`);
  }));
  const note = theirs.slice(ours.length).filter(row => row.some(([text]) => text));   // below it
  check(`sheet ${name}`, !wrong.length && ours.length > 1 && note.length <= 1,
        wrong.slice(0, 3).join("; ") || `${note.length} rows too many`);
}

const of = name => name.replace(/^report-|\.csv$/g, "");
const found = readdirSync(sheets).map(of), tables = readdirSync(report)
    .filter(name => name.endsWith(".csv")).map(of);
tables.forEach(name => found.includes(name) ? sheet(name) : check(`a sheet ${name}`, false));
check("a sheet for each table, and the contents", found.length === tables.length + 1,
      found.join(" "));

/* Points of A4 with margins of 30, 15, 20 and 20 mm; the page's number stands above. */
const MM = 72 / 25.4, SLACK = 1;
const pages = readFileSync(words, "utf8").split("<page ").slice(1);
check("some pages", pages.length >= 5, `${pages.length}`);
pages.forEach((page, i) => {
  const size = /width="([\d.]+)" height="([\d.]+)"/.exec(page).slice(1).map(Number);
  check(`page ${i + 1} is A4`, Math.abs(size[0] - 210 * MM) < SLACK && Math.abs(size[1] - 297 * MM) < SLACK);
  const out = [...page.matchAll(/xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)/g)]
      .filter(w => +w[1] < 30 * MM - SLACK || +w[3] > 195 * MM + SLACK || +w[4] > 277 * MM + SLACK);
  check(`page ${i + 1} inside its margins`, !out.length, out.map(w => w[5]).slice(0, 5).join(" "));
});
const faces = readFileSync(fonts, "utf8").split("\n").slice(2).filter(Boolean).map(l => l.split(/\s/)[0]);
check("Times New Roman, or the face with its widths", faces.length > 0 &&
      faces.every(f => /LiberationSerif|TimesNewRoman/.test(f)), faces.join(" "));

/* A row of a table is whole: name and number in one line of one page. */
const text = pages.map(p => [...p.matchAll(/yMin="([\d.]+)"[^>]*>([^<]*)/g)].map(w => [+w[1], w[2]]));
const rows = parse(readFileSync(join(report, "quotas_poor.csv"), "utf8")).slice(1);
for (const row of rows) {
  const mean = Number(row[2][0]).toFixed(1).replace(".", lang === "vi" ? "," : ".");
  const last = row[0][0].split(" ").at(-1);
  if (row[0][0] === "Commune") continue;   // by another name in the document
  check(`the row of ${row[0][0]} stands in one line`, text.some(page => page.some(([y, w]) =>
      w === last && page.some(([z, v]) => Math.abs(z - y) < 3 && v === mean))));
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
