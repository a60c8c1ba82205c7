#!/usr/bin/env -S node --
import { createRequire } from 'node:module';

createRequire(import.meta.url)('./start/start.cjs').start('cli/waybill.ts');
