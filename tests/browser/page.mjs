/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The report's page in Chromium, from a folder: node page.mjs PROGRAM. At the width of a
 * telephone, of a projector and of a sheet of A4: nothing fetched, nothing complained of,
 * nothing overflowing, nothing that axe-core finds against those who cannot see or point,
 * and looking as it did when somebody last looked (shots.mjs). Then the sliders are
 * moved. UPDATE=1 takes the README's picture too. */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { compare, shrink } from "./shots.mjs";

const installed = createRequire(resolve("build/browser/package.json"));
const { chromium } = installed("playwright-core");
const axe = readFileSync(installed.resolve("axe-core/axe.min.js"), "utf8");

const program = process.argv[2];
const scratch = mkdtempSync(join(tmpdir(), "tn-page-"));
let passed = 0, failed = 0;
function check(what, good, more) {
  if (good) { passed++; return; }
  failed++;
  console.log(`FAILED ${what}${more ? `: ${more}` : ""}`);
}

/* A4 at 96 dots an inch, less nothing: the margins are the page's. */
const widths = [["telephone", 390, 844], ["projector", 1280, 720], ["A4", 794, 1123]];

/* ---- plans ---- */

function plan(name, head, villages) {
  const folder = join(scratch, "plan", name), cell = x => `"${String(x).replace(/"/g, '""')}"`;
  const csv = rows => rows.map(r => r.map(cell).join(",")).join("\n") + "\n";
  mkdirSync(folder, {recursive: true});
  writeFileSync(join(folder, "plan.csv"), csv([["key", "value"], ...Object.entries(head)]));
  writeFileSync(join(folder, "villages.csv"),
                csv([["village", "poor", "poor_quota", "near_poor", "near_poor_quota"], ...villages]));
  return folder;
}

const years = {plan_year: 2024, base_year: 2023};
const hostile = () => plan("hostile", {
  commune: "</title></svg></script><script>alert(1)</script>&amp;'\"]]>{/b x}\\n$x`id`",
  district: "<img src=x onerror=alert(2)> & <b>",
  province: "{{7*7}}\"><a href=javascript:alert(3)>", ...years,
}, [
  ["<script>alert(4)</script>", 6, 2, 3, 2],
  ["\"><img src=x onerror=alert(5)>", 6, 2, 3, 2],
  ["=cmd|'/c calc'!A0", 6, 2, 3, 2],
  ["Thôn có cái tên dài thật là dài không ai đọc hết được trong một dòng của bảng này", 12, 9, 13, 12],
  ["A".repeat(88), 1, 0, 1, 0],
]);
const unasked = () => plan("unasked", {commune: "Thử", ...years},
                           [["A", 6, 0, 4, 0], ["B", 3, 0, 2, 0]]);

/* Under a model of its own, so that a better default is no other picture. */
const MODEL = ["--model", "tests/oracle/elicited-model.csv"];

const cases = [
  {name: "vi", plans: ["data/cam-binh-2024"], options: MODEL, reviewed: true},
  {name: "en", plans: ["data/cam-binh-2024"], options: [...MODEL, "--lang", "en"], reviewed: true},
  {name: "years", plans: ["data/an-binh-mau"]},
  {name: "hostile", plans: [hostile()]},
  {name: "unasked", plans: [unasked()]},
  {name: "district", plans: ["data/cam-binh-2024", "data/an-binh-mau", hostile()]},
];

/* ---- what is seen ---- */

async function look(browser, of, [name, width, height]) {
  const context = await browser.newContext({viewport: {width, height}, offline: true,
                                            bypassCSP: true, deviceScaleFactor: 0.5});
  const page = await context.newPage(), said = [], asked = [];
  page.on("console", m => said.push(m.text()));
  page.on("pageerror", e => said.push(e.message));
  page.on("dialog", d => { said.push(d.message()); d.dismiss(); });
  page.on("request", r => asked.push(r.url()));
  if (name === "A4") await page.emulateMedia({media: "print"});
  await page.goto(`file://${join(scratch, of.name, "index.html")}`);
  if (name !== "A4" && await page.locator("#whatif").count())
    await page.waitForSelector("#whatif:not([hidden])", {timeout: 20000});
  const what = `${of.name} at ${width}`;
  check(`${what}: silent`, said.length === 0, said.join("; "));
  check(`${what}: one file`, asked.length === 1, asked.join(" "));
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  check(`${what}: no overflow`, wide <= width, `${wide} wide`);
  const cut = await page.evaluate(() => [...document.querySelectorAll("h1,h2,h3,p,li,figure")]
      .filter(e => e.offsetParent && e.getBoundingClientRect().right > innerWidth + 1)
      .map(e => e.textContent.slice(0, 40)));
  check(`${what}: nothing cut`, cut.length === 0, cut.join("; "));
  const mute = await page.evaluate(() => [...document.querySelectorAll("figure svg")]
      .filter(e => e.getAttribute("role") !== "img" || !document.getElementById(
          (e.getAttribute("aria-labelledby") ?? "").split(" ")[0])?.textContent.trim()).length);
  check(`${what}: every chart speaks`, mute === 0, `${mute} do not`);
  if (name === "A4") {
    const links = await page.locator("nav, .screen").evaluateAll(
        all => all.filter(e => getComputedStyle(e).display !== "none").length);
    check(`${what}: no links on paper`, links === 0);
  } else {
    await page.evaluate(axe);
    const found = await page.evaluate(() => axe.run(document, {resultTypes: ["violations"]}));
    check(`${what}: axe`, found.violations.length === 0,
          found.violations.map(v => `${v.id} (${v.nodes[0].target})`).join("; "));
  }
  if (of.reviewed) {
    const differs = compare(`${of.name}-${width}`, await page.screenshot({fullPage: true}));
    check(`${what}: as reviewed`, !differs, differs);
  }
  await context.close();
}

/* Under the page's own policy: the sliders work, and answer as they should. */
async function slide(browser) {
  const page = await browser.newPage({viewport: {width: 1280, height: 900}}), said = [];
  page.on("console", m => said.push(m.text()));
  page.on("pageerror", e => said.push(e.message));
  await page.goto(`file://${join(scratch, "vi", "index.html")}`);
  await page.waitForSelector("#whatif:not([hidden])", {timeout: 20000});
  const now = () => page.evaluate(() => JSON.parse(document.getElementById("whatif").dataset.answer));
  const start = await now();
  await page.locator("#w-p0").focus();
  for (let i = 0; i < 5; i++) await page.keyboard.press("ArrowRight");
  const more = await now();
  check("a better chance helps", more.met[0] > start.met[0] && more.met[1] === start.met[1]);
  await page.locator("#w-q0").fill("0");
  check("a quota of 0 is met", (await now()).met[0] === 1);
  check("and shows as 100 %", (await page.locator("#w-met0").textContent()) === "100\u00a0%");
  await page.locator("#w-reset").click();
  check("back to the plan", JSON.stringify(await now()) === JSON.stringify(start));
  await page.locator("#w-who").selectOption({index: 2});
  await page.locator("#w-p").fill("100");
  const sure = await now();
  check("support of a village helps", sure.met[0] > start.met[0] && sure.mean[0] > start.mean[0]);
  await page.locator("#w-reset").click();
  await page.locator("#w-fallen").fill("9");
  check("services count as exits", (await now()).mean[0] > start.mean[0]);
  check("words go with numbers", /^\S.*\S$/.test(await page.locator("#w-word0").textContent()));
  check("the policy lets it run", said.length === 0, said.join("; "));
  await page.close();
}

/* Without a script, or where WebAssembly is not to be had, the page is a plain page. */
async function plain(browser) {
  for (const [what, script] of [["script", false], ["module", true]]) {
    const context = await browser.newContext({javaScriptEnabled: script}), said = [];
    if (script) await context.addInitScript(() => { delete globalThis.WebAssembly; });
    const page = await context.newPage();
    page.on("pageerror", e => said.push(e.message));
    await page.goto(`file://${join(scratch, "vi", "index.html")}`);
    check(`read without a ${what}`, (await page.locator("table").count()) >= 8 && !said.length,
          said.join("; "));
    check(`no dead controls without a ${what}`, !(await page.locator("#w-p0").isVisible()));
    await context.close();
  }
}

/* The README's picture of the page: its first screen, of the plan that it speaks of. */
async function picture(browser) {
  const folder = join(scratch, "readme"), page = await browser.newPage({viewport: {width: 920, height: 1400}});
  execFileSync(program, ["report", "data/cam-binh-2024", "--quiet", "--lang", "vi", "--output", folder]);
  await page.goto(`file://${join(folder, "index.html")}`);
  await page.screenshot({path: join(folder, "page.png")});
  shrink(join(folder, "page.png"), "plots/cam-binh-2024/page.png");
  await page.close();
}

const browser = await chromium.launch({executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
                                       args: process.getuid() === 0 ? ["--no-sandbox"] : []});
try {
  for (const of of cases) {
    execFileSync(program, ["report", ...of.plans, "--method", "exact", "--quiet", "--lang", "vi",
                           ...(of.options ?? []), "--output", join(scratch, of.name)],
                 {stdio: ["ignore", "ignore", "inherit"]});
    for (const width of widths) await look(browser, of, width);
  }
  await slide(browser);
  await plain(browser);
  if (process.env.UPDATE) await picture(browser);
} finally {
  await browser.close();
  rmSync(scratch, {recursive: true, force: true});
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
