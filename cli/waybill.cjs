#!/usr/bin/env -S node --
require('./start/run.cjs').start('cli/waybill.ts');
