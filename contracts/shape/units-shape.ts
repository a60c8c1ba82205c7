import type { Cpu, Duration, ImageSize, Memory, Path } from '../units';
import { atLeastOne, formOf, oneOf, text } from './shape';

export const cpu = formOf<Cpu>('thousandths of a core: "250m"');
export const memory = formOf<Memory>('a quantity of memory: "128Mi" or "1Gi"');
export const imageSize = formOf<ImageSize>('decimal megabytes: "150MB"');
export const duration = formOf<Duration>('a duration: "100ms", "30s", "5m" or "1h"');
export const path = formOf<Path>('a path that starts with a slash: "/tmp"');
/** A command in exec form. */
export const words = atLeastOne(text);
export const platform = oneOf('linux/amd64', 'linux/arm64', 'linux/arm/v7');
