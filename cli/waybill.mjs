#!/usr/bin/env -S node --
import { createRequire } from 'node:module';
import { register } from 'tsx/cjs/api';

register();
createRequire(import.meta.url)('./waybill.ts');
