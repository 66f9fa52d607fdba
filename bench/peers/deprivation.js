// SPDX-License-Identifier: GPL-3.0-or-later
// The table of deprivation.sh by DuckDB on two threads: read, count, group, one query.
const { DuckDBInstance } = require('@duckdb/node-api');

const flags = ['d_job', 'd_depend', 'd_nutri', 'd_insur', 'd_adedu', 'd_chsch', 'd_hqual',
    'd_harea', 'd_water', 'd_toilet', 'd_telecom', 'd_device'];
const measures = ['count(*)', 'avg(poor)', 'stddev(poor) / sqrt(count(*))',
    'sum(score) / sum(poor)', 'avg(score)', 'stddev(score) / sqrt(count(*))',
    ...flags.flatMap((f) => [`avg(${f})`, `stddev(${f}) / sqrt(count(*))`,
        `avg(${f} * poor)`, `stddev(${f} * poor) / sqrt(count(*))`])];

(async () => {
    const file = process.argv[2].replaceAll("'", "''");
    const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
    const connection = await instance.connect();
    const start = process.hrtime.bigint(), cpu = process.cpuUsage();
    const answer = await connection.runAndReadAll(`
        with counted as (select *, ${flags.join(' + ')} as n from read_csv('${file}')),
        scored as (select *, cast(n >= 3 as int) as poor,
                   case when n >= 3 then n / 12.0 else 0 end as score from counted)
        select village, status, ${measures.join(', ')} from scored
        group by grouping sets ((), (village), (status)) order by village, status`);
    const took = Number(process.hrtime.bigint() - start) / 1e9;
    if (answer.getRows().length !== 14) throw new Error('groups');
    const used = process.cpuUsage(cpu);
    console.log(`DuckDB ${took.toFixed(3)} ${((used.user + used.system) / 1e6).toFixed(3)}`);
})();
