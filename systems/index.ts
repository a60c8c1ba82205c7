import type { AnySystem } from '../contracts';
import { habitTracker } from './habit-tracker';
import { postgresPatroni } from './postgres-patroni';
import { realtimeSvg } from './realtime-svg';
import { todoAgents } from './todo-agents';
import { todoChatbot } from './todo-chatbot';

export const systems: readonly AnySystem[] = [todoChatbot, habitTracker, realtimeSvg, todoAgents, postgresPatroni];
