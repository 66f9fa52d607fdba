/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The what-if of the page. Sums are the module's (src/wasm/), which is built from the
 * sources of the command; here stand only the controls, and who counts as what. */
"use strict";

/* The classes as the module wants them: [place, status, households, logit,
 * sd of the place], by place. */
function classesOf(plan, choice) {
  const logit = p => Math.log(p / (1 - p));
  const base = c => logit(choice.chance[c.status][c.planned]) + c.offset;
  let all = choice.fallen ? relieved(plan, choice.fallen) : plan.classes.map(
      (c, i) => ({place: c[0], status: c[1], planned: c[2], n: c[3], offset: c[4], id: i}));
  const out = [];
  for (const c of all) {
    const who = choice.who, here = who && c.status === choice.status;
    const one = here && "household" in who && c.id === plan.households[who.household][1];
    const whole = here && !("household" in who) &&
        (who.village === undefined || who.village === c.place);
    const part = one ? 1 : whole ? c.n : 0;
    const sd = plan.village[c.place].sd;
    if (part) out.push([c.place, c.status, part, logit(choice.p), sd]);
    if (c.n > part) out.push([c.place, c.status, c.n - part, base(c), sd]);
  }
  return out;
}

/* The plan without the poor households that a service took below three deprivations:
 * from all villages in proportion, by largest remainder (src/study/relief.c). */
function relieved(plan, fallen) {
  const poor = plan.village.map(v => v.households[0]);
  const all = poor.reduce((a, b) => a + b, 0);
  const from = poor.map(n => Math.floor(fallen * n / all));
  for (let left = fallen - from.reduce((a, b) => a + b, 0); left > 0; left--) {
    let best = 0, most = -1;
    poor.forEach((n, v) => {
      const rest = fallen * n - from[v] * all;
      if (from[v] < n && rest > most) { most = rest; best = v; }
    });
    from[best]++;
  }
  const out = [];
  plan.village.forEach((village, place) => [0, 1].forEach(status => {
    const had = village.households[status], n = had - (status ? 0 : from[place]);
    const quota = village.quota[status], offset = village.shift;
    const planned = status || !had ? quota
        : Math.floor((2 * quota * n + had) / (2 * had));
    if (planned) out.push({place, status, planned: 1, n: planned, offset});
    if (n > planned) out.push({place, status, planned: 0, n: n - planned, offset});
  }));
  return out;
}

/* What the module says to a choice. */
function answer(exports, plan, choice) {
  const classes = classesOf(plan, choice);
  const head = [plan.village.length, classes.length, plan.yearSd, plan.placeSd,
                choice.quota[0] - choice.fallen, choice.quota[1]];
  const doubles = (at, n) => new Float64Array(exports.memory.buffer, at, n);
  doubles(exports.tn_wasm_in(), head.length + 5 * classes.length)
      .set(head.concat(...classes));
  if (exports.tn_wasm_whatif() !== 0) throw new Error("too large");
  const o = doubles(exports.tn_wasm_out(), 8192), n = [o[5], o[6]];
  return {met: [o[0], o[1]], both: o[2], mean: [o[3] + choice.fallen, o[4]],
          law: [Array.from(o.subarray(7, 8 + n[0])),
                Array.from(o.subarray(8 + n[0], 9 + n[0] + n[1]))]};
}

async function instance(plan) {   // a fault is a promise's, also where there is no WebAssembly
  const text = atob(plan.module);
  const bytes = Uint8Array.from(text, c => c.charCodeAt(0));
  return WebAssembly.instantiate(bytes, {}).then(m => m.instance.exports);
}

if (typeof document !== "undefined") (function () {
  const box = document.getElementById("whatif");
  const plan = JSON.parse(box.dataset.plan), word = plan.words;
  const get = id => document.getElementById("w-" + id);
  const number = (x, d) => x.toLocaleString(plan.lang,
      {minimumFractionDigits: d, maximumFractionDigits: d});
  const sign = plan.lang.startsWith("en") ? "%" : "\u00a0%";
  const percent = p => (p <= 0 ? "0" : p >= 1 ? "100" : p < 0.0005 ? "< " + number(0.1, 1)
      : p > 0.9995 ? "> " + number(99.9, 1) : number(100 * p, 1)) + sign;
  const likely = p => plan.scale.filter(s => Math.round(1000 * p) >= 1000 * s[0]).pop()[1];

  function choice() {
    const who = get("who").value.split(":");
    return {chance: [[+get("u0").value / 100, +get("p0").value / 100],
                     [+get("u1").value / 100, +get("p1").value / 100]],
            quota: [+get("q0").value, +get("q1").value], fallen: +get("fallen").value,
            who: who[0] === "village" ? {village: +who[1]} : who[0] === "all" ? {}
                 : who[0] === "household" ? {household: +who[1]} : null,
            status: who[0] === "household" ? +who[2] : +get("status").value,
            p: Math.min(Math.max(+get("p").value / 100, 1e-12), 1 - 1e-12)};
  }

  function draw(svg, law, quota) {
    const most = Math.max(...law), shown = law.map(x => x > most / 400);
    const first = Math.min(shown.indexOf(true), quota);
    const last = Math.min(Math.max(shown.lastIndexOf(true), quota), law.length - 1);
    const wide = 600 / (last - first + 1), put = (name, set) => {
      const node = document.createElementNS("http://www.w3.org/2000/svg", name);
      for (const key in set) node.setAttribute(key, set[key]);
      return svg.appendChild(node);
    };
    svg.replaceChildren();
    for (let k = first; k <= last; k++) {
      const high = 110 * law[k] / most, x = (k - first) * wide;
      put("rect", {x: x + wide * 0.08, y: 120 - high, width: wide * 0.84, height: high,
                   class: k >= quota ? "met" : "short"});
      if (k % 5 === 0 || k === quota)
        put("text", {x: x + wide / 2, y: 136, class: k === quota ? "q" : ""}).textContent = k;
    }
  }

  function show(exports) {
    const c = choice(), now = answer(exports, plan, c);
    for (const id of ["u0", "p0", "u1", "p1", "p"])
      get(id + "-value").textContent = number(+get(id).value, 0) + sign;
    for (const id of ["q0", "q1", "fallen"])
      get(id + "-value").textContent = number(+get(id).value, 0);
    [0, 1].forEach(s => {
      get("met" + s).textContent = percent(now.met[s]);
      get("word" + s).textContent = likely(now.met[s]);
      get("mean" + s).textContent = number(now.mean[s], 1);
      draw(get("law" + s), s ? now.law[1] : new Array(c.fallen).fill(0).concat(now.law[0]),
           c.quota[s]);
    });
    get("both").textContent = percent(now.both);
    box.dataset.answer = JSON.stringify({met: now.met, both: now.both, mean: now.mean});
    const picked = c.who !== null;
    get("p").disabled = !picked;
    get("status").disabled = !picked || "household" in c.who;
  }

  instance(plan).then(exports => {
    const start = box.querySelectorAll("input,select");
    const again = () => show(exports);
    start.forEach(node => node.addEventListener("input", again));
    get("reset").addEventListener("click", () => { box.querySelector("form").reset(); again(); });
    box.hidden = false;
    again();
  }).catch(() => { box.hidden = true; });
})();
