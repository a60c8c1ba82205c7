{{- define "shop.systemLabels" -}}
app.kubernetes.io/instance: {{ .system }}
app.kubernetes.io/managed-by: waybill
app.kubernetes.io/part-of: {{ .system }}
{{- end }}
{{- define "shop.roleLabels" -}}
app.kubernetes.io/component: {{ .name }}
app.kubernetes.io/instance: {{ .system }}
{{- end }}
{{- define "shop.selectorLabels" -}}
{{ include "shop.roleLabels" . }}
app.kubernetes.io/name: {{ .name }}
{{- end }}
{{- define "shop.labels" -}}
{{ include "shop.selectorLabels" . }}
app.kubernetes.io/managed-by: waybill
app.kubernetes.io/part-of: {{ .system }}
{{- end }}
{{- define "shop.versionedLabels" -}}
{{ include "shop.labels" . }}
app.kubernetes.io/version: {{ .tag }}
{{- end }}
