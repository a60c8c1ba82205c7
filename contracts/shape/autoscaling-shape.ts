import type { Autoscaling } from '../autoscaling';
import { fields, maybe, number } from './shape';

export const autoscaling = fields<Autoscaling>({ min: number, max: number, cpu: maybe(number), memory: maybe(number) });
