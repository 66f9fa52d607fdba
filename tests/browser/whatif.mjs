/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page's own arithmetic against the command's: node whatif.mjs PROGRAM. Takes module,
 * script and plan out of an index.html, asks both the same, and wants 1e-9. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import vm from "node:vm";

const program = process.argv[2], folder = "data/cam-binh-2024";
const scratch = mkdtempSync(join(tmpdir(), "tn-whatif-"));
const run = (...args) => execFileSync(program, args, {encoding: "utf8", maxBuffer: 1 << 26});
let own = [];   // the model asked for
const json = (...args) => JSON.parse(run(...args, ...(args.includes("--model") ? [] : own),
                                         "--method", "exact", "--format", "json"));

let passed = 0, failed = 0;
const TOLERANCE = 1e-9;
function near(what, got, want) {
  if (Math.abs(got - want) <= TOLERANCE * Math.max(1, Math.abs(want))) { passed++; return; }
  failed++;
  console.log(`FAILED ${what}: the page has ${got}, the command ${want}`);
}

function compare(what, page, command) {
  near(`${what}, poor`, page.met[0], command.status.poor.p_quota);
  near(`${what}, near-poor`, page.met[1], command.status.near_poor.p_quota);
  near(`${what}, both`, page.both, command.p_both_quotas);
  near(`${what}, exits of the poor`, page.mean[0], command.status.poor.mean_exits);
  near(`${what}, exits of the near-poor`, page.mean[1], command.status.near_poor.mean_exits);
}

/* known: a file of villages whose effects are known, or none. */
async function check(known) {
  own = known ? ["--model", known] : [];
  run("report", folder, ...own, "--method", "exact", "--quiet", "--output", scratch);
  const html = readFileSync(join(scratch, "index.html"), "utf8");
  const entity = {"&lt;": "<", "&gt;": ">", "&quot;": "\"", "&#39;": "'", "&#160;": "\u00a0",
                  "&amp;": "&"};
  const data = html.match(/data-plan="([^"]*)"/);
  if (!data) throw new Error("the page has no what-if");
  const plan = JSON.parse(data[1].replace(/&(?:lt|gt|quot|#39|#160|amp);/g, e => entity[e]));
  const script = html.match(/<script>([\s\S]*?)<\/script>/)[1];
  const context = vm.createContext({atob, WebAssembly, Uint8Array, Float64Array, Math, Array});
  vm.runInContext(script, context);
  const ask = async choice => {
    context.plan = plan;
    context.choice = {chance: plan.chance, fallen: 0, who: null, status: 0, p: 0.5,
                      quota: [0, 1].map(s => plan.village.reduce((n, v) => n + v.quota[s], 0)),
                      ...choice};
    return vm.runInContext("instance(plan).then(e => answer(e, plan, choice))", context);
  };

  const base = json("forecast", folder);
  const asIs = await ask({});
  compare("the plan", asIs, base);
  base.status.poor.pmf.forEach((p, k) => near(`P(${k} poor leave)`, asIs.law[0][k], p));
  base.status.near_poor.pmf.forEach((p, k) => near(`P(${k} near-poor leave)`, asIs.law[1][k], p));

  const place = plan.village.length - 1;   // Cho, the largest
  for (const [status, code] of [[0, "poor"], [1, "near_poor"]])
    for (const p of [0.05, 0.9137]) {
      const set = json("whatif", folder, "--set", `village=Chợ,status=${code}:p=${p}`).scenario;
      compare(`Cho ${code} at ${p}`, await ask({who: {village: place}, status, p}), set);
    }
  const all = json("whatif", folder, "--set", "status=poor:p=0.4321").scenario;
  compare("all poor", await ask({who: {}, status: 0, p: 0.4321}), all);
  for (const i of [0, 9, 30]) {
    const code = plan.households[i][0], status = plan.classes[plan.households[i][1]][1];
    const one = json("whatif", folder, "--set", `household=${code}:p=0.9731`).scenario;
    compare(code, await ask({who: {household: i}, status, p: 0.9731}), one);
  }

  const chance = [[0.1719, 0.6133], [0.0817, 0.7391]];   // unplanned, planned
  const rows = ["poor", "near_poor"].flatMap((s, i) =>
      [`unplanned,${s},${chance[i][0]}`, `planned,${s},${chance[i][1]}`]);
  const model = join(scratch, "model.csv");
  const text = known ? readFileSync(known, "utf8").replace(/^planned.*\n/m, "")
                     : "parameter,status,q05,q50,q95,mean,sd,source\n";
  writeFileSync(model, text + rows.map(r => r.replace(/,([^,]*)$/, ",,$1,,,,")).join("\n") + "\n");
  compare("other chances", await ask({chance}), json("forecast", folder, "--model", model));

  for (const quota of [[20, 30], [0, 57], [31, 22]]) {
    const page = await ask({quota}), tail = s => asIs.law[s].slice(quota[s]).reduce((a, b) => a + b, 0);
    near(`quota ${quota[0]} of the poor`, page.met[0], tail(0));
    near(`quota ${quota[1]} of the near-poor`, page.met[1], tail(1));
  }

  for (const measure of ["sanitation", "housing_area"]) {
    const command = json("profiles", folder, "--measure", `${measure}=100%:poor`);
    const page = await ask({fallen: command.measures[0].relieved});
    near(`${measure} for all, poor`, page.met[0], command.quotas[0].p_measures);
    near(`${measure} for all, near-poor`, page.met[1], command.quotas[2].p_measures);
  }
}

try {
  await check();
  await check("tests/golden/forecast/known-villages.csv");
} finally {
  rmSync(scratch, {recursive: true, force: true});
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
