/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The report's page in Chromium, from a folder: node page.mjs PROGRAM. At the width of a
 * telephone, of a projector and of a sheet of A4: nothing fetched, nothing complained of,
 * nothing overflowing, nothing that axe-core finds against those who cannot see or point.
 * Then the sliders are moved. SHOTS=FOLDER keeps what was seen. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";

const program = process.argv[2], shots = process.env.SHOTS;
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const scratch = mkdtempSync(join(tmpdir(), "tn-page-"));
let passed = 0, failed = 0;
function check(what, good, more) {
  if (good) { passed++; return; }
  failed++;
  console.log(`FAILED ${what}${more ? `: ${more}` : ""}`);
}

/* A4 at 96 dots an inch, less nothing: the margins are the page's. */
const widths = [["telephone", 390, 844], ["projector", 1280, 720], ["A4", 794, 1123]];

async function look(browser, lang, [name, width, height]) {
  const context = await browser.newContext({viewport: {width, height}, offline: true, bypassCSP: true});
  const page = await context.newPage(), said = [], asked = [];
  page.on("console", m => said.push(m.text()));
  page.on("pageerror", e => said.push(e.message));
  page.on("request", r => asked.push(r.url()));
  if (name === "A4") await page.emulateMedia({media: "print"});
  await page.goto(`file://${join(scratch, lang, "index.html")}`);
  if (name !== "A4") await page.waitForSelector("#whatif:not([hidden])", {timeout: 20000});
  const what = `${lang} at ${width}`;
  check(`${what}: silent`, said.length === 0, said.join("; "));
  check(`${what}: one file`, asked.length === 1, asked.join(" "));
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  check(`${what}: no overflow`, wide <= width, `${wide} wide`);
  const cut = await page.evaluate(() => [...document.querySelectorAll("h1,h2,h3,p,li,figure")]
      .filter(e => e.offsetParent && e.getBoundingClientRect().right > innerWidth + 1)
      .map(e => e.textContent.slice(0, 40)));
  check(`${what}: nothing cut`, cut.length === 0, cut.join("; "));
  if (name === "A4") {
    const hidden = await page.evaluate(() => getComputedStyle(document.querySelector("nav")).display);
    check(`${what}: no links on paper`, hidden === "none");
  } else {
    await page.evaluate(axe);
    const found = await page.evaluate(() => axe.run(document, {resultTypes: ["violations"]}));
    check(`${what}: axe`, found.violations.length === 0,
          found.violations.map(v => `${v.id} (${v.nodes[0].target})`).join("; "));
  }
  if (shots) await page.screenshot({path: join(shots, `${lang}-${width}.png`), fullPage: true});
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
  check("and shows as 100 %", (await page.locator("#w-met0").textContent()) === "100 %");
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

/* Without a script the page is a plain page. */
async function plain(browser) {
  const context = await browser.newContext({javaScriptEnabled: false});
  const page = await context.newPage();
  await page.goto(`file://${join(scratch, "vi", "index.html")}`);
  check("read without a script", (await page.locator("table").count()) >= 8);
  check("no dead controls", !(await page.locator("#w-p0").isVisible()));
  await context.close();
}

const browser = await chromium.launch({executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
                                       args: process.getuid() === 0 ? ["--no-sandbox"] : []});
try {
  for (const lang of ["vi", "en"]) {
    execFileSync(program, ["report", "data/cam-binh-2024", "--method", "exact", "--quiet",
                           "--lang", lang, "--output", join(scratch, lang)]);
    for (const width of widths) await look(browser, lang, width);
  }
  await slide(browser);
  await plain(browser);
} finally {
  await browser.close();
  rmSync(scratch, {recursive: true, force: true});
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
