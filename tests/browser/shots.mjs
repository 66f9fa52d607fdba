/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a page looks like, against the picture of it that somebody has looked at.
 *
 * Pages are taken at half the size, since they are long; kept is a quarter, in greys. Both are blurred and taken to one
 * height before they are compared, so that another release of the browser or of a font,
 * which moves letters by a fraction, makes no difference; a chart that is missing, a table
 * that breaks its lines, a section moved does. UPDATE=1 takes the new picture instead. */
import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const reviewed = "tests/browser", seen = "build/browser/seen";
const HEIGHT = 0.02;    // may the page be longer or shorter by
const SHADE = 40;       // of 255: pixels that differ by more count as changed
const CHANGED = 0.01;   // may so many be

function convert(...args) {
  return execFileSync("convert", args, {maxBuffer: 1 << 28, encoding: "buffer"});
}

function size(png) {
  const head = readFileSync(png);
  return {width: head.readUInt32BE(16), height: head.readUInt32BE(20)};
}

/* The pixels of a picture, blurred, at a given size. */
function pixels(png, {width, height}) {
  return convert(png, "-resize", `${width}x${height}!`, "-blur", "0x1.2", "-depth", "8", "gray:-");
}

/* A picture in few colours. */
export function shrink(from, to) {
  convert(from, "+dither", "-colors", "48", "-strip", "-define", "png:compression-level=9", to);
}

/* What is wrong with the new picture (a PNG's bytes), or "". */
export function compare(name, shot) {
  mkdirSync(seen, {recursive: true});
  const full = join(seen, `${name}.full.png`), now = join(seen, `${name}.png`);
  const was = join(reviewed, `${name}.png`);
  writeFileSync(full, shot);
  convert(full, "-resize", "50%", "-colorspace", "Gray", "-posterize", "16", "-strip",
          "-define", "png:compression-level=9", now);
  if (process.env.UPDATE) copyFileSync(now, was);
  if (!existsSync(was)) return `there is no reviewed ${was} (UPDATE=1 makes it from ${now})`;
  const a = size(was), b = size(now);
  if (a.width !== b.width || Math.abs(a.height - b.height) > HEIGHT * a.height)
    return `${b.width}x${b.height}, was ${a.width}x${a.height}: see ${full}`;
  const old = pixels(was, a), new_ = pixels(now, a);
  let changed = 0;
  for (let i = 0; i < old.length; i++) changed += Math.abs(old[i] - new_[i]) > SHADE;
  return changed <= CHANGED * old.length ? ""
      : `${(100 * changed / old.length).toFixed(1)} % of it changed: see ${full}`;
}
