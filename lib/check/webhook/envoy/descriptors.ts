// Generated from the protobuf descriptors that Istio links in; see scripts/truth/webhook/descriptors. Do not edit.

/**
 * The messages of Envoy's API, in order of their names, one a line: how much of the name is that of the line before, the
 * rest of it, and its fields. Of a field: `[` a list, `{` a map, `m` and `e` a message or enumeration by its line here,
 * and letters for scalars.
 */
export const MESSAGES = `0|cel.expr.CheckedExpr|reference_map:{I>m25 type_map:{I>m30 source_info:m26 expr_version:s expr:m12
10|onstant|null_value:e196 bool_value:b int64_value:I uint64_value:U double_value:d string_value:s bytes_value:y duration_value:m1479 timestamp_value:m1516
9|Decl|name:s ident:m5 function:m3
13|.FunctionDecl|overloads:[m4 doc:s
26|.Overload|overload_id:s params:[m30 type_params:[s result_type:m30 is_instance_function:b doc:s
14|IdentDecl|type:m30 value:m1 doc:s
9|EnumValue|type:s value:i
10|rrorSet|errors:[m29
10|valState|values:[m20 results:[m9
18|.Result|expr:I value:I
10|xplain|values:[m36 expr_steps:[m11
16|.ExprStep|id:I value_index:i
12|r|id:I const_expr:m1 ident_expr:m18 select_expr:m19 call_expr:m13 list_expr:m15 struct_expr:m16 comprehension_expr:m14
13|.Call|target:m12 function:s args:[m12
15|omprehension|iter_var:s iter_var2:s iter_range:m12 accu_var:s accu_init:m12 loop_condition:m12 loop_step:m12 result:m12
15|reateList|elements:[m12 optional_indices:[i
20|Struct|message_name:s entries:[m17
26|.Entry|id:I field_key:s map_key:m12 value:m12 optional_entry:b
14|Ident|name:s
14|Select|operand:m12 field:s test_only:b
13|Value|value:m36 error:m7 unknown:m35
9|ListValue|values:[m36
9|MapValue|entries:[m23
17|.Entry|key:m36 value:m36
9|ParsedExpr|expr:m12 source_info:m26
9|Reference|name:s overload_id:[s value:m1
9|SourceInfo|syntax_version:s location:s line_offsets:[i positions:{I>i macro_calls:{I>m12 extensions:[m27
19|.Extension|id:s affected_components:[e0 version:m28
29|.Version|major:I minor:I
10|tatus|code:i message:s details:[m1472
9|Type|dyn:m1480 null:e196 primitive:e1 wrapper:e1 well_known:e2 list_type:m33 map_type:m34 function:m32 message_type:s type_param:s type:m30 error:m1480 abstract_type:m31
13|.AbstractType|name:s parameter_types:[m30
14|FunctionType|result_type:m30 arg_types:[m30
14|ListType|elem_type:m30
14|MapType|key_type:m30 value_type:m30
9|UnknownSet|exprs:[I
9|Value|null_value:e196 bool_value:b int64_value:I uint64_value:U double_value:d string_value:s bytes_value:y enum_value:m6 object_value:m1472 map_value:m22 list_value:m21 type_value:s
0|envoy.admin.v3.BootstrapConfigDump|bootstrap:m99 last_updated:m1516
15|Certificate|ca_cert:[m39 cert_chain:[m39
26|Details|path:s serial_number:s subject_alt_names:[m75 days_until_expiration:U valid_from:m1516 expiration_time:m1516 ocsp_details:m40
33|.OcspDetails|valid_from:m1516 expiration:m1516
26|s|certificates:[m38
16|lusterStatus|name:s added_via_api:b success_rate_ejection_threshold:m1441 host_statuses:[m55 local_origin_success_rate_ejection_threshold:m1441 circuit_breakers:m122 observability_name:s eds_service_name:s
22|s|cluster_statuses:[m42
23|ConfigDump|version_info:s static_clusters:[m46 dynamic_active_clusters:[m45 dynamic_warming_clusters:[m45
33|.DynamicCluster|version_info:s cluster:m1472 last_updated:m1516 error_state:m79 client_status:e3
34|StaticCluster|cluster:m1472 last_updated:m1516
16|ommandLineOptions|base_id:U use_dynamic_base_id:b skip_hot_restart_on_no_parent:b skip_hot_restart_parent_stats:b base_id_path:s concurrency:u config_path:s config_yaml:s allow_unknown_static_fields:b reject_unknown_dynamic_fields:b ignore_unknown_dynamic_fields:b skip_deprecated_logs:b admin_address_path:s local_address_ip_version:e5 log_level:s component_log_level:s log_format:s log_format_escaped:b log_path:s service_cluster:s service_node:s service_zone:s file_flush_interval:m1479 file_flush_min_size:u drain_time:m1479 drain_strategy:e4 parent_shutdown_time:m1479 mode:e6 disable_hot_restart:b enable_mutex_tracing:b restart_epoch:u cpuset_threads:b disabled_extensions:[s enable_fine_grain_logging:b log_stacktrace_single_entry:b socket_path:s socket_mode:u enable_core_dump:b stats_tag:[s
17|nfigDump|configs:[m1472
15|EcdsConfigDump|ecds_filters:[m50
29|.EcdsFilterConfig|version_info:s ecds_filter:m1472 last_updated:m1516 error_state:m79 client_status:e3
16|ndpointsConfigDump|static_endpoint_configs:[m53 dynamic_endpoint_configs:[m52
34|.DynamicEndpointConfig|version_info:s endpoint_config:m1472 last_updated:m1516 error_state:m79 client_status:e3
35|StaticEndpointConfig|endpoint_config:m1472 last_updated:m1516
15|HostHealthStatus|failed_active_health_check:b failed_outlier_check:b failed_active_degraded_check:b pending_dynamic_removal:b pending_active_hc:b excluded_via_immediate_hc_fail:b active_hc_timeout:b failed_degraded_outlier_detection:b eds_health_status:e26
19|Status|address:m170 stats:[m74 health_status:m54 success_rate:m1441 weight:u hostname:s priority:u local_origin_success_rate:m1441 locality:m234
15|ListenerStatus|name:s local_address:m170 additional_local_addresses:[m170
23|s|listener_statuses:[m56
24|ConfigDump|version_info:s static_listeners:[m61 dynamic_listeners:[m59
34|.DynamicListener|name:s active_state:m60 warming_state:m60 draining_state:m60 error_state:m79 client_status:e3
50|State|version_info:s listener:m1472 last_updated:m1516
35|StaticListener|listener:m1472 last_updated:m1516
15|Memory|allocated:U heap_size:U pageheap_unmapped:U pageheap_free:U total_thread_cache:U total_physical_bytes:U
16|utexStats|num_contentions:U current_wait_cycles:U lifetime_wait_cycles:U
15|RoutesConfigDump|static_route_configs:[m66 dynamic_route_configs:[m65
31|.DynamicRouteConfig|version_info:s route_config:m1472 last_updated:m1516 error_state:m79 client_status:e3
32|StaticRouteConfig|route_config:m1472 last_updated:m1516
15|ScopedRoutesConfigDump|inline_scoped_route_configs:[m69 dynamic_scoped_route_configs:[m68
37|.DynamicScopedRouteConfigs|name:s version_info:s scoped_route_configs:[m1472 last_updated:m1516 error_state:m79 client_status:e3
38|InlineScopedRouteConfigs|name:s scoped_route_configs:[m1472 last_updated:m1516
16|ecretsConfigDump|static_secrets:[m72 dynamic_active_secrets:[m71 dynamic_warming_secrets:[m71
32|.DynamicSecret|name:s version_info:s last_updated:m1516 secret:m1472 error_state:m79 client_status:e3
33|StaticSecret|name:s last_updated:m1516 secret:m1472
17|rverInfo|version:s state:e7 uptime_current_epoch:m1479 uptime_all_epochs:m1479 hot_restart_version:s command_line_options:m47 node:m236 hot_restart_initializing:b
16|impleMetric|type:e8 value:U name:s
16|ubjectAlternateName|dns:s uri:s ip_address:s
15|TapRequest|config_id:s tap_config:m421
15|UnreadyTargetsDumps|unready_targets_dumps:[m78
34|.UnreadyTargetsDump|name:s target_names:[s
16|pdateFailureState|failed_configuration:m1472 last_update_attempt:m1516 details:s version_info:s
7|nnotations.ResourceAnnotation|type:s
6|config.accesslog.v3.AccessLog|name:s filter:m82 typed_config:m1472
35|Filter|status_code_filter:m95 duration_filter:m85 not_health_check_filter:m91 traceable_filter:m96 runtime_filter:m94 and_filter:m83 or_filter:m92 header_filter:m88 response_flag_filter:m93 grpc_status_filter:m87 extension_filter:m86 metadata_filter:m90 log_type_filter:m89
27|ndFilter|filters:[m82
26|ComparisonFilter|op:e9 value:m256
26|DurationFilter|comparison:m84
26|ExtensionFilter|name:s typed_config:m1472
26|GrpcStatusFilter|statuses:[e10 exclude:b
26|HeaderFilter|header:m352
26|LogTypeFilter|types:[e55 exclude:b
26|MetadataFilter|matcher:m1408 match_if_key_not_found:m1473
26|NotHealthCheckFilter|
26|OrFilter|filters:[m82
26|ResponseFlagFilter|flags:[s
27|untimeFilter|runtime_key:s percent_sampled:m1434 use_independent_randomness:b
26|StatusCodeFilter|comparison:m84
26|TraceableFilter|
13|bootstrap.v3.Admin|access_log:[m81 access_log_path:s profile_path:s address:m170 socket_options:[m262 ignore_global_conn_limit:b allow_paths:[m1416
27|piListenerManager|threading_model:e11
26|Bootstrap|node:m236 node_context_params:[s static_resources:m105 dynamic_resources:m103 cluster_manager:m106 hds_config:m174 flags_path:s stats_sinks:[m319 deferred_stat_options:m102 stats_config:m317 stats_flush_interval:m1479 stats_flush_on_admin:b stats_eviction_interval:m1479 watchdog:m119 watchdogs:m121 tracing:m430 layered_runtime:m110 admin:m97 overload_manager:m325 enable_dispatcher_stats:b header_prefix:s stats_server_version_override:m1518 use_tcp_for_dns_lookups:b dns_resolution_config:m184 typed_dns_resolver_config:m272 bootstrap_extensions:[m272 fatal_actions:[m109 config_sources:[m181 default_config_source:m181 default_socket_interface:s certificate_provider_instances:{m272 inline_headers:[m108 perf_tracing_file_path:s default_regex_engine:m272 xds_delegate_extension:m272 xds_config_tracker_extension:m272 listener_manager:m272 application_log_config:m100 grpc_async_client_manager_config:m104 memory_allocator_manager:m112 enable_worker_cpu_affinity:b
35|.ApplicationLogConfig|log_format:m101
56|.LogFormat|json_format:m1515 text_format:s
36|DeferredStatOptions|enable_deferred_creation_stats:b
37|ynamicResources|lds_config:m181 lds_resources_locator:s cds_config:m181 cds_resources_locator:s ads_config:m174
36|GrpcAsyncClientManagerConfig|max_cached_entry_idle_duration:m1479
36|StaticResources|listeners:[m300 clusters:[m125 secrets:[m1255
26|ClusterManager|local_cluster_name:s outlier_detection:m107 upstream_bind_config:m177 load_stats_config:m174 enable_deferred_cluster_creation:b
40|.OutlierDetection|event_log_path:s event_service:m187
27|ustomInlineHeader|inline_header_name:s inline_header_type:e12
26|FatalAction|config:m272
26|LayeredRuntime|layers:[m114
27|istenerManager|
26|MemoryAllocatorManager|bytes_to_release:U memory_release_interval:m1479 soft_memory_limit_bytes:m1518 max_per_cpu_cache_size_bytes:m1517 max_unfreed_memory_bytes:U
26|Runtime|symlink_root:s subdirectory:s override_subdirectory:s base:m1515
33|Layer|name:s static_layer:m1515 disk_layer:m116 admin_layer:m115 rtds_layer:m117
38|.AdminLayer|
39|DiskLayer|symlink_root:s subdirectory:s append_service_cluster:b
39|RtdsLayer|name:s rtds_config:m181
26|ValidationListenerManager|
26|Watchdog|actions:[m120 miss_timeout:m1479 megamiss_timeout:m1479 kill_timeout:m1479 max_kill_timeout_jitter:m1479 multikill_timeout:m1479 multikill_threshold:m1441
34|.WatchdogAction|config:m272 event:e13
34|s|main_thread_watchdog:m119 worker_watchdog:m119
13|cluster.v3.CircuitBreakers|thresholds:[m123 per_host_thresholds:[m123
39|.Thresholds|priority:e32 max_connections:m1517 max_pending_requests:m1517 max_requests:m1517 max_retries:m1517 retry_budget:m124 track_remaining:b max_connection_pools:m1517
50|.RetryBudget|budget_percent:m1441 budget_interval:m1479 min_retry_concurrency:m1517
25|luster|transport_socket_matches:[m143 transport_socket_matcher:m1755 name:s alt_stat_name:s stats_matcher:m318 type:e15 cluster_type:m130 eds_cluster_config:m131 connect_timeout:m1479 per_connection_buffer_limit_bytes:m1517 per_connection_buffer_high_watermark_timeout:m1479 lb_policy:e17 load_assignment:m276 health_checks:[m210 max_requests_per_connection:m1517 circuit_breakers:m122 upstream_http_protocol_options:m274 common_http_protocol_options:m225 http_protocol_options:m219 http2_protocol_options:m222 typed_extension_protocol_options:{m1472 dns_refresh_rate:m1479 dns_jitter:m1479 dns_failure_refresh_rate:m139 respect_dns_ttl:b dns_lookup_family:e16 dns_resolvers:[m170 use_tcp_for_dns_lookups:b dns_resolution_config:m184 typed_dns_resolver_config:m272 wait_for_warm_on_init:m1473 outlier_detection:m148 cleanup_interval:m1479 upstream_bind_config:m177 lb_subset_config:m132 ring_hash_lb_config:m140 maglev_lb_config:m135 original_dst_lb_config:m136 least_request_lb_config:m134 round_robin_lb_config:m141 common_lb_config:m126 transport_socket:m271 metadata:m235 protocol_selection:e14 upstream_connection_options:m150 close_connections_on_host_health_failure:b ignore_health_on_host_removal:b filters:[m145 load_balancing_policy:m146 lrs_server:m181 lrs_report_endpoint_metrics:[s track_timeout_budgets:b upstream_config:m272 track_cluster_stats:m149 preconnect_policy:m137 connection_pool_per_downstream_connection:b queuing_policies:m138
31|.CommonLbConfig|healthy_panic_threshold:m1441 zone_aware_lb_config:m129 locality_weighted_lb_config:m128 update_merge_window:m1479 ignore_new_hosts_until_first_hc:b close_connections_on_host_set_change:b consistent_hashing_lb_config:m127 override_host_status:m218
46|.ConsistentHashingLbConfig|use_hostname_for_hashing:b hash_balance_factor:m1517
47|LocalityWeightedLbConfig|
47|ZoneAwareLbConfig|routing_enabled:m1441 min_cluster_size:m1518 fail_traffic_on_panic:b
33|ustomClusterType|name:s typed_config:m1472
32|EdsClusterConfig|eds_config:m181 service_name:s
32|LbSubsetConfig|fallback_policy:e18 default_subset:m1515 subset_selectors:[m133 locality_weight_aware:b scale_locality_weight:b panic_mode_any:b list_as_any:b metadata_fallback_policy:e19
46|.LbSubsetSelector|keys:[s single_host_per_subset:b fallback_policy:e20 fallback_keys_subset:[s
33|eastRequestLbConfig|choice_count:m1517 active_request_bias:m252 slow_start_config:m142
32|MaglevLbConfig|table_size:m1518
32|OriginalDstLbConfig|use_http_header:b http_header_name:s upstream_port_override:m1517 metadata_key:m1421
32|PreconnectPolicy|per_upstream_preconnect_ratio:m1478 predictive_preconnect_ratio:m1478 preconnect_enabled_metadata:m1408
32|QueuingPolicies|pending_rq_policy:m272
32|RefreshRate|base_interval:m1479 max_interval:m1479
33|ingHashLbConfig|minimum_ring_size:m1518 hash_function:e21 maximum_ring_size:m1518
33|oundRobinLbConfig|slow_start_config:m142
32|SlowStartConfig|slow_start_window:m1479 aggression:m252 min_weight_percent:m1441
32|TransportSocketMatch|name:s match:m1515 transport_socket:m271
31|Collection|entries:m1736
24|Filter|name:s typed_config:m1472 config_discovery:m189
24|LoadBalancingPolicy|policies:[m147
43|.Policy|typed_extension_config:m272
24|OutlierDetection|consecutive_5xx:m1517 interval:m1479 base_ejection_time:m1479 max_ejection_percent:m1517 enforcing_consecutive_5xx:m1517 enforcing_success_rate:m1517 success_rate_minimum_hosts:m1517 success_rate_request_volume:m1517 success_rate_stdev_factor:m1517 consecutive_gateway_failure:m1517 enforcing_consecutive_gateway_failure:m1517 split_external_local_origin_errors:b consecutive_local_origin_failure:m1517 enforcing_consecutive_local_origin_failure:m1517 enforcing_local_origin_success_rate:m1517 failure_percentage_threshold:m1517 enforcing_failure_percentage:m1517 enforcing_failure_percentage_local_origin:m1517 failure_percentage_minimum_hosts:m1517 failure_percentage_request_volume:m1517 max_ejection_time:m1479 max_ejection_time_jitter:m1479 successful_active_health_check_uneject_host:m1473 monitors:[m272 always_eject_one_host:m1473 detect_degraded_hosts:m1473
24|TrackClusterStats|timeout_budgets:b request_response_sizes:b per_endpoint_stats:b
24|UpstreamConnectionOptions|tcp_keepalive:m268 set_local_interface_name_on_upstream_connections:b happy_eyeballs_config:m151
49|.HappyEyeballsConfig|first_address_family_version:e22 first_address_family_count:m1517
14|ommon.key_value.v3.KeyValueStoreConfig|config:m272
20|matcher.v3.HttpGenericBodyMatch|bytes_limit:u patterns:[m154
51|.GenericTextMatch|string_match:s binary_match:y
35|HeadersMatch|headers:[m352
31|MatchPredicate|or_match:m157 and_match:m157 not_match:m156 any_match:b http_request_headers_match:m155 http_request_trailers_match:m155 http_response_headers_match:m155 http_response_trailers_match:m155 http_request_generic_body_match:m153 http_response_generic_body_match:m153
45|.MatchSet|rules:[m156
36|er|matcher_list:m159 matcher_tree:m164 on_no_match:m166
38|.MatcherList|matchers:[m160
50|.FieldMatcher|predicate:m161 on_match:m166
51|Predicate|single_predicate:m163 or_matcher:m162 and_matcher:m162 not_matcher:m161
60|.PredicateList|predicate:[m161
61|SinglePredicate|input:m272 value_match:m1416 custom_match:m272
46|Tree|input:m272 exact_match_map:m165 prefix_match_map:m165 custom_match:m272
50|.MatchMap|map:{m166
39|OnMatch|matcher:m158 action:m272 keep_matching:b
21|utation_rules.v3.HeaderMutation|remove:s append:m209 remove_on_match:m168
52|.RemoveOnMatch|key_matcher:m1416
52|Rules|allow_all_routing:m1473 allow_envoy:m1473 disallow_system:m1473 disallow_all:m1473 allow_expression:m1414 disallow_expression:m1414 disallow_is_error:m1473
15|re.v3.Address|socket_address:m260 pipe:m239 envoy_internal_address:m186
22|ggregatedConfigSource|
22|lternateProtocolsCacheOptions|name:s max_entries:m1517 key_value_store_config:m272 prepopulated_entries:[m173 canonical_suffixes:[s
51|.AlternateProtocolsCacheEntry|hostname:s port:u
22|piConfigSource|api_type:e23 transport_api_version:e24 cluster_names:[s grpc_services:[m194 refresh_delay:m1479 request_timeout:m1479 rate_limit_settings:m247 set_node_on_first_message_only:b config_validators:[m272
22|syncDataSource|local:m183 remote:m248
21|BackoffStrategy|base_interval:m1479 max_interval:m1479
22|indConfig|source_address:m260 freebind:m1473 socket_options:[m262 extra_source_addresses:[m190 additional_source_addresses:[m260 local_address_selector:m272 validate_network_namespaces:b
22|uildVersion|version:m1445 metadata:m1515
21|CelExpressionConfig|enable_string_conversion:b enable_string_concat:b enable_string_functions:b
22|idrRange|address_prefix:s prefix_len:m1517
22|onfigSource|authorities:[m1734 path:s path_config_source:m237 api_config_source:m174 ads:m171 self:m259 initial_fetch_timeout:m1479 resource_api_version:e24
24|trolPlane|identifier:s
21|DataSource|filename:s inline_bytes:y inline_string:s environment_variable:s watched_directory:m275
22|nsResolutionConfig|resolvers:[m170 dns_resolver_options:m185
29|verOptions|use_tcp_for_dns_lookups:b no_default_search_domain:b
21|EnvoyInternalAddress|server_listener_name:s endpoint_id:s
22|ventServiceConfig|grpc_service:m194
22|xtension|name:s category:s type_descriptor:s version:m178 disabled:b type_urls:[s
30|ConfigSource|config_source:m181 default_config:m1472 apply_default_config_without_warming:b type_urls:[s
24|raSourceAddress|address:m260 socket_options:m266
21|GrpcMethodList|services:[m192
35|.Service|name:s method_names:[s
25|ProtocolOptions|http2_protocol_options:m222
25|Service|envoy_grpc:m195 google_grpc:m196 timeout:m1479 initial_metadata:[m208 retry_policy:m249
32|.EnvoyGrpc|cluster_name:s authority:s retry_policy:m249 max_receive_message_length:m1517 skip_envoy_headers:b
33|GoogleGrpc|target_uri:s channel_credentials:m204 channel_credentials_plugin:[m1472 call_credentials:[m197 call_credentials_plugin:[m1472 stat_prefix:s credentials_factory_name:s config:m1515 per_stream_buffer_limit_bytes:m1517 channel_args:m202
43|.CallCredentials|access_token:s google_compute_engine:m1480 google_refresh_token:s service_account_jwt_access:m200 google_iam:m198 from_plugin:m199 sts_service:m201
59|.GoogleIAMCredentials|authorization_token:s authority_selector:s
60|MetadataCredentialsFromPlugin|name:s typed_config:m1472
60|ServiceAccountJWTAccessCredentials|json_key:s token_lifetime_seconds:U
61|tsService|token_exchange_service_uri:s resource:s audience:s scope:s requested_token_type:s subject_token_path:s subject_token_type:s actor_token_path:s actor_token_type:s
45|hannelArgs|args:{m203
55|.Value|string_value:s int_value:I
51|Credentials|ssl_credentials:m206 google_default:m1480 local_credentials:m205
44|GoogleLocalCredentials|
44|SslCredentials|root_certs:m183 private_key:m183 cert_chain:m183
21|HeaderMap|headers:[m208
27|Value|key:s value:s raw_value:y
32|Option|header:m208 append:m1473 append_action:e25 keep_empty_value:b
24|lthCheck|name:s timeout:m1479 interval:m1479 initial_jitter:m1479 interval_jitter:m1479 interval_jitter_percent:u unhealthy_threshold:m1517 healthy_threshold:m1517 alt_port:m1517 reuse_connection:m1473 http_health_check:m213 tcp_health_check:m216 grpc_health_check:m212 custom_health_check:m211 no_traffic_interval:m1479 no_traffic_healthy_interval:m1479 unhealthy_interval:m1479 unhealthy_edge_interval:m1479 healthy_edge_interval:m1479 event_log_path:s event_logger:[m272 event_service:m187 always_log_health_check_failures:b always_log_health_check_success:b tls_options:m217 transport_socket_match_criteria:m1515
32|.CustomHealthCheck|name:s typed_config:m1472
33|GrpcHealthCheck|service_name:s authority:s initial_metadata:[m209
33|HttpHealthCheck|host:s path:s send:m214 receive:[m214 response_buffer_size:m1518 request_headers_to_add:[m209 request_headers_to_remove:[s expected_statuses:[m1440 retriable_statuses:[m1440 codec_client_type:e169 use_alpn_protocol:b service_name_matcher:m1416 method:e31
33|Payload|text:s binary:y
33|RedisHealthCheck|key:s
33|TcpHealthCheck|send:m214 receive:[m214 proxy_protocol_config:m240
34|lsOptions|alpn_protocols:[s
27|StatusSet|statuses:[e26
22|ttp1ProtocolOptions|allow_absolute_url:m1473 accept_http_10:b default_host_for_http_10:s header_key_format:m220 enable_trailers:b allow_chunked_length:b override_stream_error_on_invalid_http_message:m1473 send_fully_qualified_url:b use_balsa_parser:m1473 allow_custom_methods:b ignore_http_11_upgrade:[m1416
41|.HeaderKeyFormat|proper_case_words:m221 stateful_formatter:m272
57|.ProperCaseWords|
25|2ProtocolOptions|hpack_table_size:m1517 max_concurrent_streams:m1517 initial_stream_window_size:m1517 initial_connection_window_size:m1517 allow_connect:b allow_metadata:b max_outbound_frames:m1517 max_outbound_control_frames:m1517 max_consecutive_inbound_frames_with_empty_payload:m1517 max_inbound_priority_frames_per_stream:m1517 max_inbound_window_update_frames_per_data_frame_sent:m1517 stream_error_on_invalid_http_messaging:b override_stream_error_on_invalid_http_message:m1473 custom_settings_parameters:[m223 connection_keepalive:m229 use_oghttp2_codec:m1473 max_metadata_size:m1518 enable_huffman_encoding:m1473 max_header_field_size_kb:m1517 disallow_obs_text:m1473 stream_reset_burst:m1518 stream_reset_rate:m1518
41|.SettingsParameter|identifier:m1517 value:m1517
25|3ProtocolOptions|quic_protocol_options:m244 override_stream_error_on_invalid_http_message:m1473 allow_extended_connect:b allow_metadata:b disable_qpack:b disable_connection_flow_control_for_streams:b disallow_obs_text:m1473
25|ProtocolOptions|idle_timeout:m1479 max_connection_duration:m1479 max_connection_duration_jitter:m1441 max_headers_count:m1517 max_response_headers_kb:m1517 max_stream_duration:m1479 headers_with_underscores_action:e27 max_requests_per_connection:m1517
25|Service|http_uri:m227 request_headers_to_add:[m209 formatters:[m272
25|Uri|uri:s cluster:s timeout:m1479
21|JsonFormatOptions|sort_properties:b
21|KeepaliveSettings|interval:m1479 timeout:m1479 interval_jitter:m1441 connection_idle_interval:m1479
23|yValue|key:s value:y
29|Append|record:m233 entry:m230 action:e28
29|Mutation|append:m231 remove:s
29|Pair|key:s value:m1521
21|Locality|region:s zone:s sub_zone:s
21|Metadata|filter_metadata:{m1515 typed_filter_metadata:{m1472
21|Node|id:s cluster:s metadata:m1515 dynamic_parameters:{m1738 locality:m234 user_agent_name:s user_agent_version:s user_agent_build_version:m178 extensions:[m188 client_features:[s listening_addresses:[m170
21|PathConfigSource|path:s watched_directory:m275 poll_interval:m1479
22|erHostConfig|added_tlvs:[m270
22|ipe|path:s mode:u
22|roxyProtocolConfig|version:e29 pass_through_tlvs:m241 added_tlvs:[m270
34|PassThroughTLVs|match_type:e30 tlv_type:[u
21|QueryParameter|key:s value:s
23|icKeepAliveSettings|max_interval:m1479 initial_interval:m1479
25|ProtocolOptions|max_concurrent_streams:m1517 initial_stream_window_size:m1517 initial_connection_window_size:m1517 num_timeouts_to_trigger_port_migration:m1517 connection_keepalive:m243 connection_options:s client_connection_options:s idle_network_timeout:m1479 max_packet_length:m1518 client_packet_writer:m272 connection_migration:m245 memory_reduction_timeout:m1479 enable_scone:m1473
40|.ConnectionMigrationSettings|migrate_idle_connections:m246 max_time_on_non_default_network:m1479
68|.MigrateIdleConnectionSettings|max_idle_time_before_migration:m1479
21|RateLimitSettings|max_tokens:m1517 fill_rate:m1478
22|emoteDataSource|http_uri:m227 sha256:s retry_policy:m249
23|tryPolicy|retry_back_off:m176 num_retries:m1517 retry_on:s retry_priority:m251 retry_host_predicate:[m250 host_selection_retry_max_attempts:I
32|.RetryHostPredicate|name:s typed_config:m1472
38|Priority|name:s typed_config:m1472
22|untimeDouble|default_value:d runtime_key:s
28|FeatureFlag|default_value:m1473 runtime_key:s
29|ractionalPercent|default_value:m1434 runtime_key:s
28|Percent|default_value:m1441 runtime_key:s
28|UInt32|default_value:u runtime_key:s
32|64|default_value:U runtime_key:s
21|SchemeHeaderTransformation|scheme_to_overwrite:s match_upstream:b
22|elfConfigSource|transport_api_version:e24
22|ocketAddress|protocol:e33 address:s port_value:u named_port:s resolver_name:s ipv4_compat:b network_namespace_filepath:s
27|CmsgHeaders|level:m1517 type:m1517 expected_size:u
27|Option|description:s level:I name:I int_value:I buf_value:y state:e35 type:m263 ip_version:e34
33|.SocketType|stream:m265 datagram:m264
44|.Datagram|
45|Stream|
33|sOverride|socket_options:[m262
22|ubstitutionFormatString|text_format:s json_format:m1515 text_format_source:m183 omit_empty_values:b content_type:s formatters:[m272 json_format_options:m228
21|TcpKeepalive|keepalive_probes:m1517 keepalive_time:m1517 keepalive_interval:m1517
24|ProtocolOptions|
22|lvEntry|type:u value:y format_string:m267
22|ransportSocket|name:s typed_config:m1472
22|ypedExtensionConfig|name:s typed_config:m1472
21|UdpSocketConfig|max_rx_datagram_size:m1518 prefer_gro:m1473
22|pstreamHttpProtocolOptions|auto_sni:b auto_san_validation:b override_auto_sni_header:s
21|WatchedDirectory|path:s watch_modify:b
13|endpoint.v3.ClusterLoadAssignment|cluster_name:s endpoints:[m288 named_endpoints:{m281 policy:m277
46|.Policy|drop_overloads:[m278 overprovisioning_factor:m1517 endpoint_stale_after:m1479 weighted_priority_health:b
53|.DropOverload|category:s drop_percentage:m1434
32|Stats|cluster_name:s cluster_service_name:s upstream_locality_stats:[m292 total_dropped_requests:U dropped_requests:[m280 load_report_interval:m1479
37|.DroppedRequests|category:s dropped_count:U
25|Endpoint|address:m170 health_check_config:m283 hostname:s additional_addresses:[m282 observability_name:s
33|.AdditionalAddress|address:m170
34|HealthCheckConfig|port_value:u hostname:s address:m170 disable_active_health_check:b
33|LoadMetricStats|metric_name:s num_requests_finished_with_metric:U total_metric_value:d
25|LbEndpoint|endpoint:m281 endpoint_name:s health_status:e26 metadata:m235 load_balancing_weight:m1517
35|Collection|entries:[m1736
26|edsClusterLocalityConfig|leds_config:m181 leds_collection_name:s
26|ocalityLbEndpoints|locality:m234 metadata:m235 lb_endpoints:[m285 load_balancer_endpoints:m289 leds_cluster_locality_config:m287 load_balancing_weight:m1517 priority:u proximity:m1517
44|.LbEndpointList|lb_endpoints:[m285
25|UnnamedEndpointLoadMetricStats|num_requests_finished_with_metric:U total_metric_value:d
26|pstreamEndpointStats|address:m170 metadata:m1515 total_successful_requests:U total_requests_in_progress:U total_error_requests:U total_issued_requests:U load_metric_stats:[m284
33|LocalityStats|locality:m234 total_successful_requests:U total_requests_in_progress:U total_error_requests:U total_issued_requests:U total_active_connections:U total_new_connections:U total_fail_connections:U cpu_utilization:m290 mem_utilization:m290 application_utilization:m290 load_metric_stats:[m284 upstream_endpoint_stats:[m291 priority:u
13|grpc_credential.v3.FileBasedMetadataConfig|secret_data:m183 header_key:s header_prefix:s
13|listener.v3.ActiveRawUdpListenerConfig|
26|dditionalAddress|address:m170 socket_options:m266 tcp_keepalive:m268
26|piListener|api_listener:m1472
25|Filter|name:s typed_config:m1472 config_discovery:m189
31|Chain|filter_chain_match:m299 filters:[m297 use_proxy_proto:m1473 metadata:m235 transport_socket:m271 transport_socket_connect_timeout:m1479 name:s
36|Match|destination_port:m1517 prefix_ranges:[m180 address_suffix:s suffix_len:m1517 direct_source_prefix_ranges:[m180 source_type:e37 source_prefix_ranges:[m180 source_ports:[u server_names:[s transport_protocol:s application_protocols:[s
25|Listener|name:s address:m170 additional_addresses:[m295 stat_prefix:s stats_matcher:m318 filter_chains:[m298 fcds_config:m305 filter_chain_matcher:m1755 use_original_dst:m1473 default_filter_chain:m298 per_connection_buffer_limit_bytes:m1517 per_connection_buffer_high_watermark_timeout:m1479 metadata:m235 deprecated_v1:m304 drain_type:e38 listener_filters:[m308 listener_filters_timeout:m1479 continue_on_listener_filters_timeout:b transparent:m1473 freebind:m1473 socket_options:[m262 tcp_fast_open_queue_length:m1517 traffic_direction:e36 udp_listener_config:m312 api_listener:m296 connection_balance_config:m301 reuse_port:b enable_reuse_port:m1473 access_log:[m81 tcp_backlog_size:m1517 max_connections_to_accept_per_socket_event:m1517 bind_to_port:m1473 internal_listener:m306 enable_mptcp:b ignore_global_conn_limit:b bypass_overload_manager:b tcp_keepalive:m268
33|.ConnectionBalanceConfig|exact_balance:m303 extend_balance:m272 cpu_locality_balance:m302
57|.CpuLocalityBalance|
58|ExactBalance|
34|DeprecatedV1|bind_to_port:m1473
34|FcdsConfig|name:s config_source:m181
34|InternalListenerConfig|
33|Collection|entries:[m1736
33|Filter|name:s typed_config:m1472 config_discovery:m189 filter_disabled:m309
39|ChainMatchPredicate|or_match:m310 and_match:m310 not_match:m309 any_match:b destination_port_range:m1439
58|.MatchSet|rules:[m309
25|QuicProtocolOptions|quic_protocol_options:m244 idle_timeout:m1479 crypto_handshake_timeout:m1479 enabled:m253 packets_to_read_to_connection_count_ratio:m1517 crypto_stream_config:m272 proof_source_config:m272 connection_id_generator_config:m272 server_preferred_address_config:m272 send_disable_active_migration:m1473 connection_debug_visitor_config:m272 save_cmsg_config:[m261 reject_new_connections:b max_sessions_per_event_loop:m1517
25|UdpListenerConfig|downstream_socket_config:m273 quic_options:m311 udp_packet_packet_writer_config:m272
13|metrics.v3.DogStatsdSink|address:m170 prefix:s max_bytes_per_datagram:m1518 scale_histogram_units_to_milliseconds:b
24|HistogramBucketSettings|match:m1416 buckets:[d bins:m1517
25|ystrixSink|num_buckets:I
24|MetricsServiceConfig|grpc_service:m194 transport_api_version:e24 report_counters_as_deltas:m1473 emit_tags_as_labels:b histogram_emit_mode:e39 batch_size:u
24|StatsConfig|stats_tags:[m321 use_all_default_tags:m1473 stats_matcher:m318 histogram_bucket_settings:[m314 allow_default_tag_overrides:m1473
29|Matcher|reject_all:b exclusion_list:m1407 inclusion_list:m1407
29|Sink|name:s typed_config:m1472
29|dSink|address:m170 tcp_cluster_name:s prefix:s scale_histogram_units_to_milliseconds:b
24|TagSpecifier|tag_name:s regex:s fixed_value:s
13|overload.v3.BufferFactoryConfig|minimum_account_to_track_power_of_two:u
25|LoadShedPoint|name:s triggers:[m332
25|OverloadAction|name:s triggers:[m332 typed_config:m1472
33|Manager|refresh_interval:m1479 resource_monitors:[m326 actions:[m324 loadshed_points:[m323 buffer_factory_config:m322
25|ResourceMonitor|name:s typed_config:m1472
25|ScaleTimersOverloadActionConfig|timer_scale_factors:[m328
56|.ScaleTimer|timer:e40 min_timeout:m1479 min_scale:m1441
30|dTrigger|scaling_threshold:d saturation_threshold:d
26|hrinkHeapConfig|timer_interval:m1479 max_unfreed_memory_bytes:m1518
25|ThresholdTrigger|value:d
26|rigger|name:s threshold:m331 scaled:m329
13|ratelimit.v3.RateLimitServiceConfig|grpc_service:m194 transport_api_version:e24
14|bac.v3.Action|name:s action:e42
21|Permission|and_rules:m336 or_rules:m336 any:b header:m352 url_path:m1412 destination_ip:m180 destination_port:u destination_port_range:m1439 metadata:m1408 not_rule:m335 requested_server_name:m1416 matcher:m272 uri_template:m272 sourced_metadata:m344
31|.Set|rules:[m335
22|olicy|permissions:[m335 principals:[m338 condition:m1454 checked_condition:m1452 cel_config:m179
22|rincipal|and_ids:m340 or_ids:m340 any:b authenticated:m339 source_ip:m180 direct_remote_ip:m180 remote_ip:m180 header:m352 url_path:m1412 metadata:m1408 filter_state:m1397 not_id:m338 sourced_metadata:m344 custom:m272
30|.Authenticated|principal_name:m1416
31|Set|ids:[m338
21|RBAC|action:e42 policies:{m337 audit_logging_options:m342
25|.AuditLoggingOptions|audit_condition:e43 logger_configs:[m343
45|.AuditLoggerConfig|audit_logger:m272 is_optional:b
21|SourcedMetadata|metadata_matcher:m1408 metadata_source:e41
14|oute.v3.ClusterSpecifierPlugin|extension:m272 is_optional:b
23|ookieMatcher|name:s string_match:m1416 invert_match:b
24|rsPolicy|allow_origin_string_match:[m1416 allow_methods:s allow_headers:s expose_headers:s max_age:s allow_credentials:m1473 filter_enabled:m254 shadow_enabled:m254 allow_private_network_access:m1473 forward_not_matching_preflights:m1473
22|Decorator|operation:s propagate:m1473
23|irectResponseAction|status:u body:m183 body_format:m267
22|FilterAction|action:m1472
28|Config|config:m1472 is_optional:b disabled:b
22|HeaderMatcher|name:s exact_match:s safe_regex_match:m1414 range_match:m1440 present_match:b prefix_match:s suffix_match:s contains_match:s string_match:m1416 invert_match:b treat_missing_header_as_empty:b
24|dgePolicy|initial_requests:m1517 additional_request_chance:m1434 hedge_on_per_try_timeout:b
22|InternalRedirectPolicy|max_internal_redirects:m1517 redirect_response_codes:[u predicates:[m272 allow_cross_scheme_redirect:b response_headers_to_copy:[s
22|NonForwardingAction|
22|QueryParameterMatcher|name:s string_match:m1416 present_match:b
22|RateLimit|stage:m1517 disable_key:s actions:[m358 limit:m372 hits_addend:m371 apply_on_stream_done:b x_ratelimit_option:e45
31|.Action|source_cluster:m370 destination_cluster:m359 request_headers:m369 query_parameters:m366 remote_address:m367 generic_key:m361 header_value_match:m362 dynamic_metadata:m360 metadata:m364 extension:m272 masked_remote_address:m363 query_parameter_value_match:m365 remote_address_match:m368
38|.DestinationCluster|
40|ynamicMetaData|descriptor_key:s metadata_key:m1421 default_value:s
39|GenericKey|descriptor_value:s default_value:s descriptor_key:s
39|HeaderValueMatch|descriptor_value:s default_value:s descriptor_key:s expect_match:m1473 headers:[m352
39|MaskedRemoteAddress|v4_prefix_mask_len:m1517 v6_prefix_mask_len:m1517
40|etaData|descriptor_key:s metadata_key:m1421 default_value:s source:e44 skip_if_absent:b
39|QueryParameterValueMatch|descriptor_value:s default_value:s descriptor_key:s expect_match:m1473 query_parameters:[m356
53|s|query_parameter_name:s descriptor_key:s skip_if_absent:b
39|RemoteAddress|
52|Match|descriptor_value:s descriptor_key:s default_value:s address_matcher:m1395
41|questHeaders|header_name:s descriptor_key:s skip_if_absent:b
39|SourceCluster|
32|HitsAddend|number:m1518 format:s is_negative_hits:b
32|Override|dynamic_metadata:m373 rate_limit:m374
40|.DynamicMetadata|metadata_key:m1421
41|RateLimitOverride|requests_per_unit:u unit:e172
23|edirectAction|https_redirect:b scheme_redirect:s host_redirect:s port_redirect:u path_redirect:s prefix_rewrite:s regex_rewrite:m1413 path_rewrite:s response_code:e46 strip_query:b
24|tryPolicy|retry_on:s num_retries:m1517 per_try_timeout:m1479 per_try_idle_timeout:m1479 retry_priority:m381 retry_host_predicate:[m380 retry_options_predicates:[m272 host_selection_retry_max_attempts:I retriable_status_codes:[u retry_back_off:m379 rate_limited_retry_back_off:m377 retriable_headers:[m352 retriable_request_headers:[m352 refresh_cluster_on_retry:b
33|.RateLimitedRetryBackOff|reset_headers:[m378 max_interval:m1479
35|esetHeader|name:s format:e47
36|tryBackOff|base_interval:m1479 max_interval:m1479
39|HostPredicate|name:s typed_config:m1472
39|Priority|name:s typed_config:m1472
23|oute|name:s match:m397 route:m383 redirect:m375 direct_response:m349 filter_action:m350 non_forwarding_action:m355 metadata:m235 decorator:m348 typed_per_filter_config:{m1472 request_headers_to_add:[m209 request_headers_to_remove:[s response_headers_to_add:[m209 response_headers_to_remove:[s tracing:m404 per_request_buffer_limit_bytes:m1517 stat_prefix:s request_body_buffer_limit:m1518 route_specifiers:[m272
27|Action|cluster:s cluster_header:s weighted_clusters:m408 cluster_specifier_plugin:s inline_cluster_specifier_plugin:m345 cluster_not_found_response_code:e48 metadata_match:m235 prefix_rewrite:s regex_rewrite:m1413 path_rewrite_policy:m272 path_rewrite:s host_rewrite_literal:s auto_host_rewrite:m1473 host_rewrite_header:s host_rewrite_path_regex:m1413 host_rewrite:s append_x_forwarded_host:b timeout:m1479 idle_timeout:m1479 flush_timeout:m1479 early_data_policy:m272 retry_policy:m376 retry_policy_typed_config:m1472 request_mirror_policies:[m392 priority:e32 rate_limits:[m357 include_vh_rate_limits:m1473 hash_policy:[m384 cors:m347 max_grpc_timeout:m1479 grpc_timeout_offset:m1479 upgrade_configs:[m393 internal_redirect_policy:m354 internal_redirect_action:e49 max_internal_redirects:m1517 hedge_policy:m353 max_stream_duration:m391
33|.HashPolicy|header:m389 cookie:m386 connection_properties:m385 query_parameter:m390 filter_state:m388 terminal:b
44|.ConnectionProperties|source_ip:b
47|okie|name:s ttl:m1479 path:s attributes:[m387
51|Attribute|name:s value:s
45|FilterState|key:s
45|Header|header_name:s regex_rewrite:m1413
45|QueryParameter|name:s
34|MaxStreamDuration|max_stream_duration:m1479 grpc_timeout_header_max:m1479 grpc_timeout_header_offset:m1479
34|RequestMirrorPolicy|cluster:s cluster_header:s runtime_fraction:m254 trace_sampled:m1473 disable_shadow_host_suffix_append:b request_headers_mutations:[m167 host_rewrite_literal:s
34|UpgradeConfig|upgrade_type:s enabled:m1473 connect_config:m394
47|.ConnectConfig|proxy_protocol_config:m240 allow_post:b
27|Configuration|name:s virtual_hosts:[m407 vhds:m405 internal_only_headers:[s response_headers_to_add:[m209 response_headers_to_remove:[s request_headers_to_add:[m209 request_headers_to_remove:[s most_specific_header_mutations_wins:b validate_clusters:m1473 max_direct_response_body_size_bytes:m1517 cluster_specifier_plugins:[m345 request_mirror_policies:[m392 ignore_port_in_host_matching:b vhost_header:s ignore_path_parameters_in_path_matching:b typed_per_filter_config:{m1472 metadata:m235 route_specifiers:[m272
27|List|routes:[m382
27|Match|prefix:s path:s safe_regex:m1414 connect_matcher:m398 path_separated_prefix:s path_match_policy:m272 case_sensitive:m1473 runtime_fraction:m254 headers:[m352 query_parameters:[m356 cookies:[m346 grpc:m399 tls_context:m400 dynamic_metadata:[m1408 filter_state:[m1397
32|.ConnectMatcher|
33|GrpcRouteMatchOptions|
33|TlsContextMatchOptions|presented:m1473 validated:m1473
22|ScopedRouteConfiguration|on_demand:b name:s route_configuration_name:s route_configuration:m395 key:m402
46|.Key|fragments:[m403
50|.Fragment|string_key:s
22|Tracing|client_sampling:m1434 random_sampling:m1434 overall_sampling:m1434 custom_tags:[m1428 operation:s upstream_operation:s
22|Vhds|config_source:m181
23|irtualCluster|headers:[m352 name:s
29|Host|name:s domains:[s routes:[m382 matcher:m1755 require_tls:e50 virtual_clusters:[m406 rate_limits:[m357 request_headers_to_add:[m209 request_headers_to_remove:[s response_headers_to_add:[m209 response_headers_to_remove:[s cors:m347 typed_per_filter_config:{m1472 include_request_attempt_count:b include_attempt_count_in_response:b retry_policy:m376 retry_policy_typed_config:m1472 hedge_policy:m353 include_is_timeout_retry_header:b per_request_buffer_limit_bytes:m1517 request_body_buffer_limit:m1518 request_mirror_policies:[m392 metadata:m235 route_specifiers:[m272
22|WeightedCluster|clusters:[m409 total_weight:m1517 runtime_key_prefix:s header_name:s use_hash_policy:m1473
37|.ClusterWeight|name:s cluster_header:s weight:m1517 metadata_match:m235 request_headers_to_add:[m209 request_headers_to_remove:[s response_headers_to_add:[m209 response_headers_to_remove:[s typed_per_filter_config:{m1472 host_rewrite_literal:s
13|tap.v3.BufferedAdminSink|max_traces:U timeout:m1479
20|FilePerTapSink|path_prefix:s
20|HttpGenericBodyMatch|bytes_limit:u patterns:[m413
40|.GenericTextMatch|string_match:s binary_match:y
24|HeadersMatch|headers:[m352
20|MatchPredicate|or_match:m416 and_match:m416 not_match:m415 any_match:b http_request_headers_match:m414 http_request_trailers_match:m414 http_response_headers_match:m414 http_response_trailers_match:m414 http_request_generic_body_match:m412 http_response_generic_body_match:m412
34|.MatchSet|rules:[m415
20|OutputConfig|sinks:[m418 max_buffered_rx_bytes:m1517 max_buffered_tx_bytes:m1517 streaming:b min_streamed_sent_bytes:m1517
26|Sink|format:e51 streaming_admin:m419 file_per_tap:m411 streaming_grpc:m420 buffered_admin:m410 custom_sink:m272
20|StreamingAdminSink|
29|GrpcSink|tap_id:s grpc_service:m194
20|TapConfig|match_config:m415 match:m156 output_config:m417 tap_enabled:m254
14|race.v3.ClientConfig|service_name:s instance_name:s backend_token:s max_cache_size:m1517
22|DatadogConfig|collector_cluster:s service_name:s collector_hostname:s remote_config:m424
29|RemoteConfig|polling_interval:m1479
23|ynamicOtConfig|library:s config:m1515
22|LightstepConfig|collector_cluster:s access_token_file:s access_token:m183 propagation_modes:[e52
22|OpenTelemetryConfig|grpc_service:m194 http_service:m226 exporter:m272 service_name:s resource_detectors:[m272 sampler:m272 max_cache_size:m1517 set_telemetry_sdk_resource_attributes:m1473 set_service_name_resource_attribute:m1473 set_instrumentation_scope:m1473
22|SkyWalkingConfig|grpc_service:m194 client_config:m422
22|TraceServiceConfig|grpc_service:m194
26|ing|http:m431
29|.Http|name:s typed_config:m1472
22|XRayConfig|daemon_endpoint:m260 segment_name:s sampling_rule_manifest:m183 segment_fields:m433
32|.SegmentFields|origin:s aws:m1515
22|ZipkinConfig|collector_cluster:s collector_endpoint:s trace_id_128bit:b shared_span_context:m1473 collector_endpoint_version:e53 collector_hostname:s split_spans_for_request:b trace_context_option:e54 collector_service:m226 timestamp_trace_ids:b
13|upstream.local_address_selector.v3.DefaultLocalAddressSelector|
6|data.accesslog.v3.AccessLogCommon|sample_rate:d downstream_remote_address:m170 downstream_local_address:m170 tls_properties:m444 start_time:m1516 time_to_last_rx_byte:m1479 time_to_first_upstream_tx_byte:m1479 time_to_last_upstream_tx_byte:m1479 time_to_first_upstream_rx_byte:m1479 time_to_last_upstream_rx_byte:m1479 time_to_first_downstream_tx_byte:m1479 time_to_last_downstream_tx_byte:m1479 upstream_remote_address:m170 upstream_local_address:m170 upstream_cluster:s response_flags:m441 metadata:m235 upstream_transport_failure_reason:s route_name:s downstream_direct_remote_address:m170 filter_state_objects:{m1472 custom_tags:{s duration:m1479 upstream_request_attempt_count:u connection_termination_details:s stream_id:s intermediate_log_entry:b downstream_transport_failure_reason:s downstream_wire_bytes_sent:U downstream_wire_bytes_received:U upstream_wire_bytes_sent:U upstream_wire_bytes_received:U access_log_type:e55
24|ConnectionProperties|received_bytes:U sent_bytes:U
24|HTTPAccessLogEntry|common_properties:m436 protocol_version:e56 request:m439 response:m440
28|RequestProperties|request_method:e31 scheme:s authority:s port:m1517 path:s user_agent:s referer:s forwarded_for:s request_id:s original_path:s request_headers_bytes:U request_body_bytes:U request_headers:{s upstream_header_bytes_sent:U downstream_header_bytes_received:U
30|sponseProperties|response_code:m1517 response_headers_bytes:U response_body_bytes:U response_headers:{s response_trailers:{s response_code_details:s upstream_header_bytes_received:U downstream_header_bytes_sent:U
24|ResponseFlags|failed_local_healthcheck:b no_healthy_upstream:b upstream_request_timeout:b local_reset:b upstream_remote_reset:b upstream_connection_failure:b upstream_connection_termination:b upstream_overflow:b no_route_found:b delay_injected:b fault_injected:b rate_limited:b unauthorized_details:m442 rate_limit_service_error:b downstream_connection_termination:b upstream_retry_limit_exceeded:b stream_idle_timeout:b invalid_envoy_request_headers:b downstream_protocol_error:b upstream_max_stream_duration_reached:b response_from_cache_filter:b no_filter_config_found:b duration_timeout:b upstream_protocol_error:b no_cluster_found:b overload_manager:b dns_resolution_failure:b downstream_remote_reset:b
37|.Unauthorized|reason:e57
24|TCPAccessLogEntry|common_properties:m436 connection_properties:m437
25|LSProperties|tls_version:e58 tls_cipher_suite:m1517 tls_sni_hostname:s local_certificate_properties:m445 peer_certificate_properties:m445 tls_session_id:s ja3_fingerprint:s
37|.CertificateProperties|subject_alt_name:[m446 subject:s issuer:s
59|.SubjectAltName|uri:s dns:s
11|cluster.v3.OutlierDetectionEvent|type:e60 timestamp:m1516 secs_since_last_action:m1518 cluster_name:s upstream_url:s action:e59 num_ejections:u enforced:b eject_success_rate_event:m450 eject_consecutive_event:m448 eject_failure_percentage_event:m449
29|EjectConsecutive|
34|FailurePercentage|host_success_rate:u
34|SuccessRate|host_success_rate:u cluster_average_success_rate:u cluster_success_rate_ejection_threshold:u
12|ore.v3.DegradedHealthyHost|
19|HealthCheckAddHealthy|first_check:b
30|EjectUnhealthy|failure_type:e61 http_status_code:u
31|vent|health_checker_type:e62 host:m170 cluster_name:s eject_unhealthy_event:m453 add_healthy_event:m452 successful_health_check_event:m456 health_check_failure_event:m455 degraded_healthy_host:m451 no_longer_degraded_host:m457 timestamp:m1516 metadata:m235 locality:m234
30|Failure|failure_type:e61 first_check:b http_status_code:u
30|Successful|
19|NoLongerDegradedHost|
19|TlvsMetadata|typed_metadata:{y
11|dns.v3.DnsTable|external_retry_count:u virtual_domains:[m466 known_suffixes:[m1416
26|.AddressList|address:[s
27|DnsEndpoint|address_list:m460 cluster_name:s service_list:m463
30|Service|service_name:s protocol:m464 ttl:m1479 targets:[m465
37|List|services:[m462
37|Protocol|number:u name:s
37|Target|host_name:s cluster_name:s priority:u weight:u port:u
30|VirtualDomain|name:s endpoint:m461 answer_ttl:m1479
11|tap.v3.Body|as_bytes:y as_string:s truncated:b
18|Connection|local_address:m170 remote_address:m170
18|HttpBufferedTrace|request:m470 response:m470 downstream_connection:m468 upstream_connection:m468
35|.Message|headers:[m208 body:m467 trailers:[m208 headers_received_time:m1516
22|StreamedTraceSegment|trace_id:U request_headers:m207 request_body_chunk:m467 request_trailers:m207 response_headers:m207 response_body_chunk:m467 response_trailers:m207
18|SocketBufferedTrace|trace_id:U connection:m468 events:[m473 read_truncated:b write_truncated:b
24|Event|timestamp:m1516 read:m475 write:m476 closed:m474 connection:m468 seq_num:U
29|.Closed|
30|Read|data:m467
30|Write|data:m467 end_stream:b
29|s|events:[m473
24|StreamedTraceSegment|trace_id:U connection:m468 event:m473 events:m477
18|TraceWrapper|http_buffered_trace:m469 http_streamed_trace_segment:m471 socket_buffered_trace:m472 socket_streamed_trace_segment:m478 configured_sample_rate:m1434
6|extensions.access_loggers.dynamic_modules.v3.DynamicModuleAccessLog|dynamic_module_config:m558 logger_name:s logger_config:m1472
32|file.v3.FileAccessLog|path:s format:s json_format:m1515 typed_json_format:m1515 log_format:m267
35|ters.cel.v3.ExpressionFilter|expression:s cel_config:m179
40|process_ratelimit.v3.DynamicTokenBucket|resource_name:s config_source:m181
61|ProcessRateLimitFilter|dynamic_config:m483
33|luentd.v3.FluentdAccessLogConfig|cluster:s tag:s stat_prefix:s buffer_flush_interval:m1479 buffer_size_bytes:m1517 record:m1515 retry_options:m486 formatters:[m272
65|.RetryOptions|max_connect_attempts:m1517 backoff_options:m176
32|grpc.v3.CommonGrpcAccessLogConfig|log_name:s grpc_service:m194 transport_api_version:e24 buffer_flush_interval:m1479 buffer_size_bytes:m1517 filter_state_objects_to_log:[s grpc_stream_retry_policy:m249 custom_tags:[m1428
40|HttpGrpcAccessLogConfig|common_config:m487 additional_request_headers_to_log:[s additional_response_headers_to_log:[s additional_response_trailers_to_log:[s
40|TcpGrpcAccessLogConfig|common_config:m487
32|open_telemetry.v3.OpenTelemetryAccessLogConfig|common_config:m487 http_service:m226 grpc_service:m194 disable_builtin_labels:b resource_attributes:m1690 resource_detectors:[m272 body:m1685 attributes:m1690 stat_prefix:s formatters:[m272 log_name:s buffer_flush_interval:m1479 buffer_size_bytes:m1517 filter_state_objects_to_log:[s custom_tags:[m1428
32|stats.v3.Config|stat_prefix:s stats_scope:m1444 histograms:[m496 counters:[m492 gauges:[m493
47|.Counter|stat:m497 value_format:s value_fixed:m1518
48|Gauge|stat:m497 value_format:s value_fixed:m1518 add_subtract:m494 set:m495
53|.PairedAddSubtract|add_log_type:e55 sub_log_type:e55
54|Set|log_type:e55
48|Histogram|stat:m497 unit:e63 value_format:s
48|Stat|name:s tags:[m498
48|Tag|name:s value_format:s rules:m1755
34|ream.v3.StderrAccessLog|log_format:m267
45|outAccessLog|log_format:m267
32|wasm.v3.WasmAccessLog|config:m1281
17|bootstrap.dynamic_modules.v3.DynamicModuleBootstrapExtension|dynamic_module_config:m558 extension_name:s extension_config:m1472
27|internal_listener.v3.InternalListener|buffer_size_kb:m1517
27|reverse_tunnel.downstream_socket_interface.v3.DownstreamReverseConnectionSocketInterface|stat_prefix:s enable_detailed_stats:b http_handshake:m505 access_log:[m81 max_reconnect_backoff:m1479 maintain_interval:m1479
115|.HttpHandshakeConfig|request_path:s additional_headers:[m209 use_http_upgrade:b formatters:[m272 handshake_timeout:m1479
42|upstream_socket_interface.v3.UpstreamReverseConnectionSocketInterface|stat_prefix:s ping_failure_threshold:m1517 enable_detailed_stats:b reporter_config:m272 enable_tenant_isolation:m1473 access_log:[m81 max_connections_per_node:u
17|clusters.aggregate.v3.AggregateClusterResource|config_source:m181 resource_name:s
39|ClusterConfig|clusters:[s
26|composite.v3.ClusterConfig|clusters:[m510
52|.ClusterEntry|name:s
26|dns.v3.DnsCluster|dns_refresh_rate:m1479 dns_failure_refresh_rate:m512 respect_dns_ttl:b dns_jitter:m1479 typed_dns_resolver_config:m272 dns_lookup_family:e64 all_addresses_in_single_endpoint:b dns_min_refresh_rate:m1479
43|.RefreshRate|base_interval:m1479 max_interval:m1479
27|ynamic_forward_proxy.v3.ClusterConfig|dns_cache_config:m536 sub_clusters_config:m514 allow_insecure_cluster_options:b allow_coalesced_connections:b
51|SubClustersConfig|lb_policy:e17 max_sub_clusters:m1517 sub_cluster_ttl:m1479 preresolve_clusters:[m260 dns_cluster_config:m511
34|modules.v3.ClusterConfig|dynamic_module_config:m558 cluster_name:s cluster_config:m1472
26|mcp_multicluster.v3.ClusterConfig|servers:[m518
59|.HeaderForwarding|forward_all:b allowed_headers:m1407 disallowed_headers:m1407
60|McpBackend|name:s mcp_cluster:m519 header_forwarding:m517
63|Cluster|cluster:s path:s timeout:m1479 host_rewrite_literal:s
26|original_dst.v3.OriginalDstCluster|use_http_header:b http_header_name:s upstream_port_override:m1517 metadata_key:m1421
26|redis.v3.RedisClusterConfig|cluster_refresh_rate:m1479 cluster_refresh_timeout:m1479 redirect_refresh_interval:m1479 redirect_refresh_threshold:m1517 failure_refresh_threshold:u host_degraded_refresh_threshold:u enable_zone_discovery:m1473
28|verse_connection.v3.ReverseConnectionClusterConfig|cleanup_interval:m1479 host_id_format:s tenant_id_format:s
18|ommon.async_files.v3.AsyncFileManagerConfig|id:s thread_pool:m524
61|.ThreadPool|thread_count:u
25|ws.v3.AssumeRoleCredentialProvider|role_arn:s role_session_name:s external_id:s session_duration:m1479 credential_provider:m527
41|WithWebIdentityCredentialProvider|web_identity_token_data_source:m183 role_arn:s role_session_name:s
32|wsCredentialProvider|assume_role_with_web_identity_provider:m526 inline_credential:m533 credentials_file_provider:m530 custom_credential_provider_chain:b iam_roles_anywhere_credential_provider:m532 config_credential_provider:m528 container_credential_provider:m529 environment_credential_provider:m531 instance_profile_credential_provider:m534 assume_role_credential_provider:m525
31|ConfigCredentialProvider|
34|tainerCredentialProvider|
32|redentialsFileCredentialProvider|credentials_data_source:m183 profile:s
31|EnvironmentCredentialProvider|
31|IAMRolesAnywhereCredentialProvider|role_arn:s certificate:m183 certificate_chain:m183 private_key:m183 trust_anchor_arn:s profile_arn:s role_session_name:s session_duration:m1479
32|nlineCredentialProvider|access_key_id:s secret_access_key:s session_token:s
33|stanceProfileCredentialProvider|
24|dynamic_forward_proxy.v3.DnsCacheCircuitBreakers|max_pending_requests:m1517
58|onfig|name:s dns_lookup_family:e16 dns_refresh_rate:m1479 dns_min_refresh_rate:m1479 host_ttl:m1479 max_hosts:m1517 disable_dns_refresh_on_failure:b dns_failure_refresh_rate:m139 dns_cache_circuit_breaker:m535 use_tcp_for_dns_lookups:b dns_resolution_config:m184 typed_dns_resolver_config:m272 preresolve_hostnames:[m260 dns_query_timeout:m1479 key_value_config:m152 resolved_address_filter:m1395
24|matching.v3.ExtensionWithMatcher|matcher:m158 xds_matcher:m1755 extension_config:m272
56|PerRoute|xds_matcher:m1755
24|ratelimit.v3.LocalClusterRateLimit|
42|RateLimitDescriptor|entries:[m542 token_bucket:m1446 shadow_mode:b
37|RateLimitDescriptor|entries:[m542 limit:m543 hits_addend:m1518 is_negative_hits:b
56|.Entry|key:s value:s
57|RateLimitOverride|requests_per_unit:u unit:e172 unit_multiplier:m1517
24|tap.v3.AdminConfig|config_id:s
31|CommonExtensionConfig|admin_config:m544 static_config:m421
20|pression.brotli.compressor.v3.Brotli|quality:m1517 encoder_mode:e67 window_bits:m1517 input_block_bits:m1517 chunk_size:m1517 disable_literal_context_modeling:b
36|decompressor.v3.Brotli|disable_ring_buffer_reallocation:b chunk_size:m1517
29|gzip.compressor.v3.Gzip|memory_level:m1517 compression_level:e68 compression_strategy:e69 window_bits:m1517 chunk_size:m1517
34|decompressor.v3.Gzip|window_bits:m1517 chunk_size:m1517 max_inflate_ratio:m1517
29|qatzip.compressor.v3alpha.Qatzip|compression_level:m1517 hardware_buffer_size:e70 input_size_threshold:m1517 stream_buffer_size:m1517 chunk_size:m1517
33|std.compressor.v3alpha.Qatzstd|compression_level:m1517 enable_checksum:b strategy:e71 chunk_size:m1517 enable_qat_zstd:b qat_zstd_fallback_threshold:m1517
29|zstd.compressor.v3.Zstd|compression_level:m1517 enable_checksum:b strategy:e72 dictionary:m183 chunk_size:m1517
34|decompressor.v3.Zstd|dictionaries:[m183 chunk_size:m1517
19|nfig.v3alpha.KeyValueStoreXdsDelegateConfig|key_value_store_config:m152
25|alidators.minimum_clusters.v3.MinimumClustersValidator|min_clusters_num:u
20|tent_parsers.json.v3.JsonContentParser|rules:[m557
58|.RuleConfig|rule:m730 stop_processing_after_matches:u
17|dynamic_modules.v3.DynamicModuleConfig|name:s do_not_close:b load_globally:b metrics_namespace:s module:m175 nack_on_cache_miss:b
17|early_data.v3.DefaultEarlyDataPolicy|
17|filters.common.dependency.v3.Dependency|type:e73 name:s
46|FilterDependencies|decode_required:[m560 decode_provided:[m560 encode_required:[m560 encode_provided:[m560
46|MatchingRequirements|data_input_allow_list:m563
66|.DataInputAllowList|type_url:[s
32|fault.v3.FaultDelay|fixed_delay:m1479 header_delay:m565 percentage:m1434
51|.HeaderDelay|
46|RateLimit|fixed_limit:m567 header_limit:m568 percentage:m1434
55|.FixedLimit|limit_kbps:U
56|HeaderLimit|
32|jwks.v3.JwksAsyncFetch|fast_listener:b failed_refetch_duration:m1479
42|tHandshakeValidator|issuer:s audiences:[s local_jwks:m183 remote_jwks:m571 token_header:s claims_metadata_namespace:s allow_missing_or_failed:b clock_skew_seconds:u
40|RemoteJwks|http_uri:m227 cache_duration:m1479 async_fetch:m569 retry_policy:m249
32|matcher.action.v3.SkipFilter|
32|set_filter_state.v3.FilterStateValue|object_key:s factory_key:s format_string:m267 read_only:b shared_with_upstream:e74 skip_if_empty:b
25|http.a2a.v3.A2a|traffic_mode:e76 max_request_body_size:m1517 parser_config:m576 storage_mode:e75
37|MethodParsingConfig|group:s paths:[s
37|ParserConfig|method_configs:{m575 always_extract_attributes:[s group_metadata_key:s
31|daptive_concurrency.v3.AdaptiveConcurrency|gradient_controller_config:m578 enabled:m253 concurrency_limit_exceeded_status:m1438
54|GradientControllerConfig|sample_aggregate_percentile:m1441 concurrency_limit_params:m579 min_rtt_calc_params:m580
78|.ConcurrencyLimitCalculationParams|max_concurrency_limit:m1517 concurrency_update_interval:m1479 min_concurrency_limit:m1517
79|MinimumRTTCalculationParams|interval:m1479 fixed_value:m1479 request_count:m1517 jitter:m1441 min_concurrency:m1517 buffer:m1441
32|mission_control.v3.AdmissionControl|enabled:m253 success_criteria:m582 sampling_window:m1479 aggression:m252 sr_threshold:m255 rps_threshold:m256 max_rejection_probability:m255
67|.SuccessCriteria|http_criteria:m584 grpc_criteria:m583
83|.GrpcCriteria|grpc_success_status:[u
84|HttpCriteria|http_success_status:[m1439
31|i_protocol_manager.v3.AiProtocolManager|request_handling:m587 response_handling:m590 filters:[m272
70|PerRoute|request:m589 response:m591
53|RequestHandling|parse_unconfigured_routes:b limits:m588 reserialize_body:e77
60|ParsingLimits|inline_string_threshold_bytes:m1517
61|erRoute|llm_protocol:e167
55|sponseHandling|token_usage:m592
61|PerRoute|llm_protocol:e167
53|TokenUsageExtraction|include_unconfigured_routes:b default_llm_protocol:e167 metadata_namespace:s limits:m593 usage_signal:e78
73|Limits|max_sse_event_size:m1517 max_json_body_size:m1517 max_parsed_sse_events:m1517
31|lternate_protocols_cache.v3.FilterConfig|alternate_protocols_cache_options:m172
31|pi_key_auth.v3.ApiKeyAuth|credentials:[m597 key_sources:[m599 forwarding:m598
56|PerRoute|credentials:[m597 key_sources:[m599 allowed_clients:[s forwarding:m598
46|Credential|key:s client:s
46|Forwarding|header:s hide_credentials:b
46|KeySource|header:s query:s cookie:s
31|ws_lambda.v3.Config|arn:s payload_passthrough:b invocation_mode:e79 host_rewrite:s credentials_profile:s credentials:m601 match_excluded_headers:[m1416 match_included_headers:[m1416
45|redentials|access_key_id:s secret_access_key:s session_token:s
44|PerRouteConfig|invoke_config:m600
34|request_signing.v3.AwsRequestSigning|service_name:s region:s host_rewrite:s use_unsigned_payload:b match_excluded_headers:[m1416 signing_algorithm:e80 query_string:m604 credential_provider:m527 match_included_headers:[m1416
70|.QueryString|expiration_time:m1479
70|PerRoute|aws_request_signing:m603 stat_prefix:s
30|bandwidth_limit.v3.BandwidthLimit|stat_prefix:s enable_mode:e81 limit_kbps:m1518 fill_interval:m1479 runtime_enabled:m253 enable_response_trailers:b response_trailer_prefix:s
40|share.v3.BandwidthShare|request_limit:m608 response_limit:m608 fill_interval:m1479 enable_response_trailers:b response_trailer_prefix:s tenant_name_selector:m1755 tenant_configs:{m609 default_tenant_config:m609
63|.Limit|bucket_id:s kbps:m256
64|TenantConfig|weight:u include_stats_tag:b
32|sic_auth.v3.BasicAuth|users:m183 forward_username_header:s authentication_header:s allow_missing:b emit_dynamic_metadata:b realm:s
53|PerRoute|users:m183 realm:s
31|uffer.v3.Buffer|max_request_bytes:m1517
46|PerRoute|disabled:b buffer:m612
30|cache.v3.CacheConfig|typed_config:m1472 disabled:m1473 allowed_vary_headers:[m1416 key_creator_params:m615 max_body_bytes:u ignore_request_cache_control_header:b
50|.KeyCreatorParams|exclude_scheme:b exclude_host:b query_parameters_included:[m356 query_parameters_excluded:[m356
35|_v2.v3.CacheV2Config|typed_config:m1472 disabled:m1473 allowed_vary_headers:[m1416 key_creator_params:m617 max_body_bytes:u ignore_request_cache_control_header:b override_upstream_cluster:s
55|.KeyCreatorParams|exclude_scheme:b exclude_host:b query_parameters_included:[m356 query_parameters_excluded:[m356
31|dn_loop.v3.CdnLoopConfig|cdn_id:s max_allowed_occurrences:u
31|hecksum.v3alpha.ChecksumConfig|checksums:[m620 reject_unmatched:b
61|.Checksum|path_matcher:m1416 sha256:s
31|omposite.v3.Composite|named_filter_chains:{m625 matcher:m1755
52|PerRoute|matcher:m1755
43|DynamicConfig|name:s config_discovery:m189
43|ExecuteFilterAction|typed_config:m272 dynamic_config:m623 filter_chain:m625 filter_chain_name:s sample_percent:m254
43|FilterChainConfiguration|typed_config:[m272
34|ressor.v3.Compressor|content_length:m1517 content_type:[s disable_on_etag_header:b remove_accept_encoding_header:b runtime_enabled:m253 compressor_library:m272 request_direction_config:m628 response_direction_config:m629 choose_first:b
54|.CommonDirectionConfig|enabled:m253 min_content_length:m1517 content_type:[s content_type_matcher:[m1416
55|RequestDirectionConfig|common_config:m627
57|sponseDirectionConfig|common_config:m627 disable_on_etag_header:b weaken_etag_on_compress:b remove_accept_encoding_header:b uncompressible_response_codes:[u status_header_enabled:b
54|Overrides|response_direction_config:m632 compressor_library:m272
54|PerRoute|disabled:b overrides:m630
44|ResponseDirectionOverrides|remove_accept_encoding_header:m1473
32|nnect_grpc_bridge.v3.FilterConfig|
32|rs.v3.Cors|
42|Policy|allow_origin_string_match:[m1416 allow_methods:s allow_headers:s expose_headers:s max_age:s allow_credentials:m1473 filter_enabled:m254 shadow_enabled:m254 allow_private_network_access:m1473 forward_not_matching_preflights:m1473
31|redential_injector.v3.CredentialInjector|overwrite:b allow_request_without_credential:b credential:m272
31|srf.v3.CsrfPolicy|filter_enabled:m254 shadow_enabled:m254 additional_origins:[m1416
31|ustom_response.v3.CustomResponse|custom_response_matcher:m1755
30|decompressor.v3.Decompressor|decompressor_library:m272 request_direction_config:m641 response_direction_config:m642
58|.CommonDirectionConfig|enabled:m253 ignore_no_transform_header:b
59|RequestDirectionConfig|common_config:m640 advertise_accept_encoding:m1473
61|sponseDirectionConfig|common_config:m640
31|ynamic_forward_proxy.v3.FilterConfig|dns_cache_config:m536 sub_cluster_config:m645 save_upstream_address:b allow_dynamic_host_from_filter_state:b
55|PerRouteConfig|host_rewrite_literal:s host_rewrite_header:s
55|SubClusterConfig|cluster_init_timeout:m1479
38|modules.v3.DynamicModuleFilter|dynamic_module_config:m558 filter_name:s filter_config:m1472 terminal_filter:b
68|PerRoute|dynamic_module_config:m558 per_route_config_name:s filter_name:s filter_config:m1472
35|o.v3.Dynamo|
30|ext_authz.v3.AuthorizationRequest|allowed_headers:m1407 headers_to_add:[m208
58|sponse|allowed_upstream_headers:m1407 allowed_upstream_headers_to_append:m1407 allowed_client_headers:m1407 allowed_client_headers_on_success:m1407 dynamic_metadata_from_headers:m1407
43|BufferSettings|max_request_bytes:u allow_partial_message:b pack_as_bytes:b
43|CheckSettings|context_extensions:{s disable_request_body_buffering:b with_request_body:m651 grpc_service:m194 http_service:m655 emit_client_span:m1473
43|ExtAuthz|grpc_service:m194 http_service:m655 transport_api_version:e24 failure_mode_allow:b failure_mode_allow_header_add:b with_request_body:m651 clear_route_cache:b clear_route_cache_headers:[s status_on_error:m1438 validate_mutations:b metadata_context_namespaces:[s typed_metadata_context_namespaces:[s route_metadata_context_namespaces:[s route_typed_metadata_context_namespaces:[s filter_enabled:m254 filter_enabled_metadata:m1408 deny_at_disable:m253 include_peer_certificate:b stat_prefix:s bootstrap_metadata_labels_key:s allowed_headers:m1407 disallowed_headers:m1407 include_tls_session:b charge_cluster_response_stats:m1473 encode_raw_headers:b decoder_header_mutation_rules:m169 enable_dynamic_metadata_ingestion:m1473 filter_metadata:m1515 emit_filter_state_stats:b max_denied_response_body_bytes:u enforce_response_header_limits:b shadow_mode:b emit_client_span:m1473
51|PerRoute|disabled:b check_settings:m652
43|HttpService|server_uri:m227 path_prefix:s path_override:s authorization_request:m649 authorization_response:m650 retry_policy:m249
43|ShadowDecision|check_result:e82 status_code:u response_headers:[m208
34|proc.v3.ExtProcHttpService|http_service:m226
49|Overrides|processing_mode:m664 async_mode:b request_attributes:[s response_attributes:[s grpc_service:m194 metadata_options:m662 grpc_initial_metadata:[m208 failure_mode_allow:m1473 processing_request_modifier:m272 emit_client_span:m1473
49|PerRoute|disabled:b overrides:m658
45|ernalProcessor|grpc_service:m194 http_service:m657 failure_mode_allow:b processing_mode:m664 request_attributes:[s response_attributes:[s message_timeout:m1479 stat_prefix:s mutation_rules:m169 max_message_timeout:m1479 forward_rules:m661 filter_metadata:m1515 allow_mode_override:b disable_immediate_response:b metadata_options:m662 observability_mode:b disable_clear_route_cache:b route_cache_action:e83 deferred_close_timeout:m1479 send_body_without_waiting_for_header_response:b allowed_override_modes:[m664 processing_request_modifier:m272 on_processing_response:m272 status_on_error:m1438 allow_content_length_header:b emit_client_span:m1473
42|HeaderForwardingRules|allowed_headers:m1407 disallowed_headers:m1407
42|MetadataOptions|forwarding_namespaces:m663 receiving_namespaces:m663 cluster_metadata_forwarding_namespaces:m663
57|.MetadataNamespaces|untyped:[s typed:[s
42|ProcessingMode|request_header_mode:e85 response_header_mode:e85 request_body_mode:e84 response_body_mode:e84 request_trailer_mode:e85 response_trailer_mode:e85
30|fault.v3.FaultAbort|http_status:u grpc_status:u header_abort:m666 percentage:m1434 response_body:s
49|.HeaderAbort|
39|HTTPFault|delay:m564 abort:m665 upstream_cluster:s headers:[m352 downstream_nodes:[s max_active_faults:m1517 response_rate_limit:m566 delay_percent_runtime:s abort_percent_runtime:s delay_duration_runtime:s abort_http_status_runtime:s max_active_faults_runtime:s response_rate_limit_percent_runtime:s abort_grpc_status_runtime:s disable_downstream_cluster_stats:b filter_metadata:m1515
31|ile_server.v3.FileServerConfig|manager_config:m523 path_mappings:[m671 content_types:{s default_content_type:s directory_behaviors:[m669
61|.DirectoryBehavior|default_file:s list:m670
79|.List|
62|PathMapping|request_path_prefix:s file_path_prefix:s
36|ystem_buffer.v3.BufferBehavior|stream_when_possible:m677 bypass:m673 inject_content_length_if_necessary:m676 fully_buffer_and_always_inject_content_length:m675 fully_buffer:m674
66|.Bypass|
67|FullyBuffer|
78|AndAlwaysInjectContentLength|
67|InjectContentLengthIfNecessary|
67|StreamWhenPossible|
52|FileSystemBufferFilterConfig|manager_config:m523 storage_buffer_path:m1514 request:m679 response:m679
52|StreamConfig|behavior:m672 memory_buffer_bytes_limit:m1518 storage_buffer_bytes_limit:m1518 storage_buffer_queue_high_watermark_bytes:m1518
33|ter_chain.v3.FilterChain|filters:[m272
57|Config|default_filter_chain:m680
63|PerRoute|filter_chain:m680
30|gcp_authn.v3.Audience|url:s access_token:m684 bound_jwt:m686 bound_access_token:m685 iam_access_token:m687
51|.AccessToken|scopes:[s
52|BoundAccessToken|scopes:[s
57|Jwt|url:s
52|IAMAccessToken|account:s authorization:s scopes:[s
43|GcpAuthnFilterConfig|http_uri:m227 retry_policy:m249 cache_config:m689 token_header:m690 token_metadata_key:s cluster:s timeout:m1479 audience:m683
43|TokenCacheConfig|cache_size:m1518
48|Header|name:s value_prefix:s preserve_existing:m691
54|.PreserveExisting|
31|eoip.v3.Geoip|xff_config:m694 custom_header_config:m693 provider:m272
44|.CustomHeaderConfig|header_name:s
45|XffConfig|xff_num_trusted_hops:u
31|olang.v3alpha.Config|library_id:s library_path:s plugin_name:s plugin_config:m1472 merge_policy:e86 generic_secrets:[m1254
51|sPerRoute|plugins_config:{m697
45|RouterPlugin|disabled:b config:m1472
31|rpc_field_extraction.v3.FieldExtractions|request_field_extractions:{m700
55|GrpcFieldExtractionConfig|descriptor_set:m183 extractions_by_method:{m698
55|RequestFieldValueDisposition|dynamic_metadata:s metadata_key:s
35|http1_bridge.v3.Config|upgrade_protobuf_to_grpc:b ignore_query_parameters:b
41|reverse_bridge.v3.FilterConfig|content_type:s withhold_grpc_frames:b response_size_header:s
71|PerRoute|disabled:b
35|json_reverse_transcoder.v3.GrpcJsonReverseTranscoder|descriptor_path:s descriptor_binary:y max_request_body_size:m1517 max_response_body_size:m1517 api_version_header:s request_json_print_options:m705
87|.PrintOptions|always_print_primitive_fields:b always_print_enums_as_ints:b use_canonical_field_names:b
40|transcoder.v3.GrpcJsonTranscoder|proto_descriptor:s proto_descriptor_bin:y services:[s print_options:m707 match_incoming_request_route:b ignored_query_parameters:[s auto_mapping:b ignore_unknown_query_parameters:b convert_grpc_status:b url_unescape_spec:e87 query_param_unescape_plus:b match_unregistered_custom_verb:b request_validation_options:m708 case_insensitive_enum_parsing:b max_request_body_size:m1517 max_response_body_size:m1517 capture_unknown_query_parameters:b
72|.PrintOptions|add_whitespace:b always_print_primitive_fields:b always_print_enums_as_ints:b preserve_proto_field_names:b stream_newline_delimited:b stream_sse_style_delimited:b
73|RequestValidationOptions|reject_unknown_method:b reject_unknown_query_parameters:b reject_binding_body_field_collisions:b
54|UnknownQueryParams|key:{m710
72|.Values|values:[s
35|stats.v3.FilterConfig|emit_filter_state:b individual_method_stats_allowlist:m191 stats_for_all_methods:m1473 enable_upstream_stats:b replace_dots_in_grpc_service_name:b
50|Object|request_message_count:U response_message_count:U
35|web.v3.GrpcWeb|
31|zip.v3.Gzip|memory_level:m1517 compression_level:e88 compression_strategy:e89 window_bits:m1517 compressor:m626 chunk_size:m1517
42|.CompressionLevel|
30|header_mutation.v3.HeaderMutation|mutations:m718 most_specific_header_mutations_wins:b
63|PerRoute|mutations:m718
49|Mutations|request_mutations:[m167 query_parameter_mutations:[m232 response_mutations:[m167 response_trailers_mutations:[m167 request_trailers_mutations:[m167 formatters:[m272
37|to_metadata.v3.Config|request_rules:[m721 response_rules:[m721 stat_prefix:s
58|.KeyValuePair|metadata_namespace:s key:s value:s regex_value_rewrite:m1413 type:e91 encode:e90
59|Rule|header:s cookie:s on_header_present:m720 on_header_missing:m720 remove:b
33|lth_check.v3.HealthCheck|pass_through_mode:m1473 cache_time:m1479 cluster_min_healthy_percentages:{m1441 headers:[m352
30|ip_tagging.v3.IPTagging|request_type:e93 ip_tags:[m724 ip_tag_header:m726 ip_tags_datasource:m183
53|.IPTag|ip_tag_name:s ip_list:[m180
59|s|ip_tags:[m724
55|pTagHeader|header:s action:e92
30|json_to_metadata.v3.JsonToMetadata|request_rules:m729 response_rules:m729
64|.KeyValuePair|metadata_namespace:s key:s value:m1521 type:e94 preserve_existing_metadata_value:b
65|MatchRules|rules:[m730 allow_content_types:[s allow_empty_content_type:b allow_content_types_regex:m1414
65|Rule|selectors:[m731 on_present:m728 on_missing:m728 on_error:m728
65|Selector|key:s
31|wt_authn.v3.ExtractOnlyWithoutValidation|verification_status_header:s
43|FilterStateRule|name:s requires:{m742
43|JwksAsyncFetch|fast_listener:b failed_refetch_duration:m1479
45|tAuthentication|providers:{m740 rules:[m748 filter_state_rules:m733 bypass_cors_preflight:b requirement_map:{m742 strip_failure_response:b stat_prefix:s
46|CacheConfig|jwt_cache_size:u jwt_max_token_size:u
47|laimToHeader|header_name:s claim_name:s claim_path:[m738
59|.PathSegment|key:s
46|Header|name:s value_prefix:s
46|Provider|issuer:s audiences:[s subjects:m1416 require_expiration:b max_lifetime:m1479 remote_jwks:m747 local_jwks:m183 forward:b from_headers:[m739 from_params:[s from_cookies:[s forward_payload_header:s pad_forward_payload_header:b payload_in_metadata:s normalize_payload_in_metadata:m741 header_in_metadata:s failed_status_in_metadata:s clock_skew_seconds:u jwt_cache_config:m736 claim_to_headers:[m737 clear_route_cache:b
54|.NormalizePayload|space_delimited_claims:[s
46|Requirement|provider_name:s provider_and_audiences:m746 requires_any:m744 requires_all:m743 allow_missing_or_failed:m1480 allow_missing:m1480 extract_only_without_validation:m732
57|AndList|requirements:[m742
57|OrList|requirements:[m742
43|PerRouteConfig|disabled:b requirement_name:s
44|roviderWithAudiences|provider_name:s audiences:[s
43|RemoteJwks|http_uri:m227 cache_duration:m1479 async_fetch:m734 retry_policy:m249
45|quirementRule|match:m397 requires:m742 requirement_name:s
30|kill_request.v3.KillRequest|probability:m1434 kill_request_header:s direction:e95
30|language.v3alpha.Language|default_language:s supported_languages:[s clear_route_cache:b
31|ocal_ratelimit.v3.LocalRateLimit|stat_prefix:s status:m1438 token_bucket:m1446 filter_enabled:m254 filter_enforced:m254 request_headers_to_add_when_not_enforced:[m209 response_headers_to_add:[m209 descriptors:[m540 stage:u local_rate_limit_per_downstream_connection:b local_cluster_rate_limit:m539 enable_x_ratelimit_headers:e66 vh_rate_limits:e65 always_consume_default_token_bucket:m1473 rate_limited_as_resource_exhausted:b rate_limits:[m357 max_dynamic_descriptors:m1517 enable_retry_after_header:b
31|ua.v3.Lua|inline_code:s source_codes:{m183 default_source_code:m183 stat_prefix:s clear_route_cache:m1473 filter_context:m1515 package_paths:[s package_cpaths:[s shared_vm_id:s
40|PerRoute|disabled:b name:s source_code:m183 filter_context:m1515 package_paths:[s package_cpaths:[s shared_vm_id:s
30|mcp.v3.Mcp|traffic_mode:e98 clear_route_cache:b max_request_body_size:m1517 parser_config:m758 request_storage_mode:e97 propagate_trace_context:m756 propagate_baggage:m755 reject_duplicate_keys:m1473 attribute_source:e96 early_terminate_when_routable:b max_supported_protocol_version:m1514
40|.BaggagePropagationConfig|
41|TraceContextPropagationConfig|
40|Override|traffic_mode:e98 max_request_body_size:m1517 clear_route_cache:b parser_config:m758 request_storage_mode:e97 reject_duplicate_keys:b
37|ParserConfig|methods:[m760 group_metadata_key:s
49|.AttributeExtractionRule|path:s
50|MethodConfig|method:s group:s extraction_rules:[m759
33|_json_rest_bridge.v3.CacheConfig|ttl:m1479 cache_scope:e99
54|HttpRule|get:s put:s post:s delete:s patch:s body:s bindings:[m763
62|.ParameterBinding|type:e100 name:s argument_path:s
54|McpJsonRestBridge|server_info:m767 tool_config:m768 max_request_body_size:m1517 max_response_body_size:m1517 request_storage_mode:e101 trace_context_extraction:m772 disable_clear_route_cache:b per_route_only:b
71|PerRoute|tool_config:[m768
57|ServerInfo|path:s host:s
54|ServerInfo|max_supported_protocol_version:m1514 description:s fallback_protocol_version:m1514 server_discovery_cache_config:m761
60|ToolConfig|tools:[m769 list_changed:b tool_list_http_rule:m762 tool_list_local:m770 default_server_info:m766
54|ToolConfig|name:s http_rule:m762 tool_list_config:m771 text_content_streaming_enabled:b server_info:[m766
58|sListLocal|
63|SpecificConfig|title:s description:s input_schema:s
55|raceContextExtractionOptions|
34|router.v3.DynamicMetadataSource|key:m1421
44|HeaderSource|name:s
44|IdentityExtractor|header:m774 dynamic_metadata:m773
44|McpRouter|servers:[m778 session_identity:m780 lazy_initialization:b
53|.HeaderForwarding|forward_all:b allowed_headers:m1407 disallowed_headers:m1407
54|McpBackend|name:s mcp_cluster:m779 header_forwarding:m777
57|Cluster|cluster:s path:s timeout:m1479 host_rewrite_literal:s
44|SessionIdentity|identity:m775 validation:m781
44|ValidationPolicy|mode:e102
30|oauth2.v3.CookieConfig|same_site:e103 path:s partitioned:b
52|s|bearer_token_cookie_config:m782 oauth_hmac_cookie_config:m782 oauth_expires_cookie_config:m782 id_token_cookie_config:m782 refresh_token_cookie_config:m782 oauth_nonce_cookie_config:m782 code_verifier_cookie_config:m782
40|OAuth2|config:m785
46|Config|token_endpoint:m227 retry_policy:m249 authorization_endpoint:s end_session_endpoint:s post_logout_redirect_uri:m790 credentials:m786 redirect_uri:s redirect_path_matcher:m1412 signout_path:m1412 forward_bearer_token:b forward_id_token:m789 preserve_authorization_header:b pass_through_matcher:[m352 auth_scopes:[s resources:[s auth_type:e104 use_refresh_token:m1473 default_expires_in:m1479 deny_redirect_matcher:[m352 default_refresh_token_expires_in:m1479 disable_id_token_set_cookie:b disable_access_token_set_cookie:b disable_refresh_token_set_cookie:b cookie_configs:m783 stat_prefix:s csrf_token_expires_in:m1479 code_verifier_token_expires_in:m1479 disable_token_encryption:b allow_failed_matcher:[m352 original_request_uri:s allowed_redirect_domains:[s use_access_token_expiry_for_id_token_cookie:b private_key_jwt_config:m791 token_cookie_chunking:m792
47|redentials|client_id:s token_secret:m1254 hmac_secret:m1254 cookie_names:m787 cookie_domain:s
57|.CookieNames|bearer_token:s oauth_hmac:s oauth_expires:s id_token:s refresh_token:s oauth_nonce:s code_verifier:s
46|PerRoute|config:m785
46|TokenForwarding|header:s
40|PostLogoutRedirectUri|disabled:b uri:s
41|rivateKeyJwtConfig|signing_algorithm:e105 assertion_lifetime:m1479 assertion_audience:s
40|TokenCookieChunking|max_cookie_size:m1517 max_chunks:m1517
31|n_demand.v3.OnDemand|odcds:m794
51|Cds|source:m181 resources_locator:s timeout:m1479
43|PerRouteConfig|odcds:m794
31|riginal_src.v3.OriginalSrc|mark:u
30|peak_ewma.v3alpha.PeakEwmaConfig|
31|roto_api_scrubber.v3.DescriptorSet|data_source:m183
52|MessageRestrictions|config:m803 field_restrictions:{m803
54|thodRestrictions|request_field_restrictions:{m803 response_field_restrictions:{m803 method_restriction:m803
52|ProtoApiScrubberConfig|descriptor_set:m798 restrictions:m804 filtering_mode:e106 scrub_unknown_fields:b
52|RemoveFieldAction|
54|strictionConfig|matcher:m1755
63|s|method_restrictions:{m800 message_restrictions:{m799
36|message_extraction.v3.MethodExtraction|request_extraction_by_field:{e107 response_extraction_by_field:{e107
58|ProtoMessageExtractionConfig|data_source:m183 proto_descriptor_typed_metadata:s mode:e108 extraction_by_method:{m805
30|rate_limit_quota.v3.RateLimitQuotaBucketSettings|bucket_id_builder:m808 reporting_interval:m1479 deny_response_settings:m810 no_assignment_behavior:m813 expired_assignment_behavior:m811
78|.BucketIdBuilder|bucket_id_builder:{m809
94|.ValueBuilder|string_value:s custom_value:m272
79|DenyResponseSettings|http_status:m1438 http_body:m1474 grpc_status:m1522 response_headers_to_add:[m209
79|ExpiredAssignmentBehavior|expired_assignment_behavior_timeout:m1479 fallback_rate_limit:m1442 reuse_last_assignment:m812
104|.ReuseLastAssignment|
79|NoAssignmentBehavior|fallback_rate_limit:m1442
64|FilterConfig|rlqs_server:m194 domain:s bucket_matchers:m1755 filter_enabled:m254 filter_enforced:m254 request_headers_to_add_when_not_enforced:[m209
64|Override|domain:s bucket_matchers:m1755
34|limit.v3.RateLimit|domain:s stage:u request_type:s timeout:m1479 failure_mode_deny:b rate_limited_as_resource_exhausted:b rate_limit_service:m333 enable_x_ratelimit_headers:e109 disable_x_envoy_ratelimited_header:b rate_limited_status:m1438 response_headers_to_add:[m209 status_on_error:m1438 stat_prefix:s filter_enabled:m254 filter_enforced:m254 failure_mode_deny_percent:m254 rate_limits:[m357 metadata_namespace:s enable_retry_after_header:b
52|PerRoute|vh_rate_limits:e111 override_option:e110 rate_limits:[m357 domain:s
31|bac.v3.RBAC|rules:m341 rules_stat_prefix:s matcher:m1755 shadow_rules:m341 shadow_matcher:m1755 shadow_rules_stat_prefix:s track_per_rule_stats:b
42|PerRoute|rbac:m818
31|outer.v3.Router|dynamic_stats:m1473 start_child_span:b upstream_log:[m81 upstream_log_options:m821 suppress_envoy_headers:b strict_check_headers:[s respect_expected_rq_timeout:b suppress_grpc_request_failure_code_stats:b upstream_http_filters:[m904 reject_connect_request_early_data:m1473
46|.UpstreamAccessLogOptions|flush_upstream_log_on_upstream_stream:b upstream_log_flush_interval:m1479
30|set_filter_state.v3.Config|on_request_headers:[m573 clear_route_cache:b
34|metadata.v3.Config|metadata_namespace:s value:m1515 metadata:[m824
46|Metadata|metadata_namespace:s allow_overwrite:b value:m1515 typed_value:m1472
31|se_to_metadata.v3.SseToMetadata|response_rules:m826
62|.ProcessingRules|content_parser:m272 max_event_size:m1517
31|tateful_session.v3.StatefulSession|session_state:m272 strict:b stat_prefix:s status_on_strict_destination_not_found:u
65|PerRoute|disabled:b stateful_session:m827
31|xg.v3alpha.SXG|certificate:m1254 private_key:m1254 duration:m1479 mi_record_size:U cbor_url:s validity_url:s client_can_accept_sxg_header:s should_encode_sxg_header:s header_prefix_filters:[s
30|tap.v3.Tap|common_config:m545 record_headers_received_time:b record_downstream_connection:b record_upstream_connection:b
31|hrift_to_metadata.v3.FieldSelector|name:s id:i child:m831
52|KeyValuePair|metadata_namespace:s key:s value:m1521
52|Rule|field:e112 field_selector:m831 method_name:s on_present:m832 on_missing:m832
52|ThriftToMetadata|request_rules:[m833 response_rules:[m833 transport:e137 protocol:e136 allow_content_types:[s allow_empty_content_type:b
68|PerRoute|request_rules:[m833 response_rules:[m833
31|ransform.v3.BodyTransformation|body_format:m267 action:e113
43|TransformConfig|request_transformation:m838 response_transformation:m838 clear_cluster_cache:b clear_route_cache:b
52|ation|headers_mutations:[m167 body_transformation:m836
30|upstream_codec.v3.UpstreamCodec|
30|wasm.v3.Wasm|config:m1281
25|listener.dynamic_modules.v3.DynamicModuleListenerFilter|dynamic_module_config:m558 filter_name:s filter_config:m1472
34|http_inspector.v3.HttpInspector|
34|local_ratelimit.v3.LocalRateLimit|stat_prefix:s token_bucket:m1446 runtime_enabled:m253
34|original_dst.v3.OriginalDst|
43|src.v3.OriginalSrc|bind_port:b mark:u
34|postgres_inspector.v3alpha.PostgresInspector|enable_metadata_extraction:m1473 max_startup_message_size:m1517 startup_timeout:m1479
61|StartupMetadata|user:s database:s application_name:s
35|roxy_protocol.v3.ProxyProtocol|rules:[m850 allow_requests_without_proxy_protocol:b pass_through_tlvs:m241 disallowed_versions:[e29 stat_prefix:s tlv_location:e115
65|.KeyValuePair|metadata_namespace:s key:s value_string_encoding:e114
66|Rule|tlv_type:u on_tlv_present:m849
34|set_filter_state.v3.Config|on_accept:[m573
34|tls_inspector.v3.TlsInspector|enable_ja3_fingerprinting:m1473 enable_ja4_fingerprinting:m1473 initial_read_buffer_size:m1517 close_connection_on_client_hello_parsing_errors:b max_client_hello_size:m1517
25|network.client_ssl_auth.v3.ClientSSLAuth|auth_api_cluster:s stat_prefix:s refresh_delay:m1479 ip_white_list:[m180
34|onnection_limit.v3.ConnectionLimit|stat_prefix:s max_connections:m1518 delay:m1479 runtime_enabled:m253
33|direct_response.v3.Config|response:m183
34|ubbo_proxy.router.v3.Router|
45|v3.Drds|config_source:m181 route_config_name:s
49|ubboFilter|name:s config:m1472
53|Proxy|stat_prefix:s protocol_type:e116 serialization_type:e117 route_config:[m865 drds:m857 multiple_route_config:m862 dubbo_filters:[m858
48|MethodMatch|name:m1416 params_match:{u>m861
59|.ParameterMatchSpecifier|exact_match:s range_match:m1440
49|ultipleRouteConfiguration|name:s route_config:[m865
48|Route|match:m866 route:m864
53|Action|cluster:s weighted_clusters:m408 metadata_match:m235
53|Configuration|name:s interface:s group:s version:s routes:[m863
53|Match|method:m860 headers:[m352
34|ynamic_modules.v3.DynamicModuleNetworkFilter|dynamic_module_config:m558 filter_name:s filter_config:m1472 terminal_filter:b
33|echo.v3.Echo|
34|xt_authz.v3.ExtAuthz|stat_prefix:s grpc_service:m194 failure_mode_allow:b include_peer_certificate:b transport_api_version:e24 filter_enabled_metadata:m1408 bootstrap_metadata_labels_key:s include_tls_session:b send_tls_alert_on_denial:b metadata_context_namespaces:[s typed_metadata_context_namespaces:[s shadow_mode:b
37|proc.v3.MetadataOptions|forwarding_namespaces:m871 receiving_namespaces:m871
60|.MetadataNamespaces|untyped:[s typed:[s
45|NetworkExternalProcessor|grpc_service:m194 failure_mode_allow:b processing_mode:m873 message_timeout:m1479 stat_prefix:s metadata_options:m870 connection_attributes:[s
45|ProcessingMode|process_read:e118 process_write:e118
33|generic_proxy.action.v3.RouteAction|name:s cluster:s weighted_clusters:m408 metadata:m235 per_filter_config:{m1472 timeout:m1479 retry_policy:m249
47|codecs.dubbo.v3.DubboCodecConfig|
54|http1.v3.Http1CodecConfig|single_frame_mode:m1473 max_buffer_size:m1517
54|kafka.v3.KafkaCodecConfig|
47|matcher.v3.HostMatchInput|
58|KeyValueMatchEntry|name:s string_match:m1416
58|MethodMatchInput|
58|PathMatchInput|
59|ropertyMatchInput|property_name:s
58|RequestMatchInput|
70|er|host:m1416 path:m1416 method:m1416 properties:[m879
58|ServiceMatchInput|
47|router.v3.Router|bind_upstream_connection:b
47|v3.GenericProxy|stat_prefix:s codec_config:m272 generic_rds:m888 route_config:m889 filters:[m272 tracing:m902 access_log:[m81
57|Rds|config_source:m181 route_config_name:s
50|RouteConfiguration|name:s routes:m1755 virtual_hosts:[m890
50|VirtualHost|name:s hosts:[s routes:m1755
35|oip.v3.Geoip|stat_prefix:s provider:m272 client_ip:s
34|olang.v3alpha.Config|is_terminal_filter:b library_id:s library_path:s plugin_name:s plugin_config:m1472
33|http_connection_manager.v3.EnvoyMobileHttpConnectionManager|config:m895
60|ForwardProtoConfig|https_destination_ports:[u http_destination_ports:[u
60|HttpConnectionManager|codec_type:e119 stat_prefix:s rds:m906 route_config:m395 scoped_routes:m911 http_filters:[m904 add_user_agent:m1473 tracing:m902 common_http_protocol_options:m225 http1_safe_max_connection_duration:b http_protocol_options:m219 http2_protocol_options:m222 http3_protocol_options:m224 server_name:s server_header_transformation:e123 scheme_header_transformation:m258 max_request_headers_kb:m1517 stream_idle_timeout:m1479 stream_flush_timeout:m1479 request_timeout:m1479 request_headers_timeout:m1479 drain_timeout:m1479 drain_timeout_jitter:m1441 delayed_close_timeout:m1479 access_log:[m81 access_log_flush_interval:m1479 flush_access_log_on_new_request:b access_log_options:m897 use_remote_address:m1473 xff_num_trusted_hops:u original_ip_detection_extensions:[m272 early_header_mutation_extensions:[m272 internal_address_config:m898 skip_xff_append:b via:s generate_request_id:m1473 preserve_external_request_id:b always_set_request_id_in_response:b forward_client_cert_details:e120 set_current_client_cert_details:m901 forward_client_cert_matcher:m1755 proxy_100_continue:b represent_ipv4_remote_address_as_ipv4_mapped_ipv6:b upgrade_configs:[m903 normalize_path:m1473 merge_slashes:b path_with_escaped_slashes_action:e122 request_id_extension:m907 local_reply_config:m905 strip_matching_host_port:b strip_any_host_port:b stream_error_on_invalid_http_message:m1473 path_normalization_options:m899 strip_trailing_host_dot:b proxy_status_config:m900 typed_header_validation_config:m272 append_x_forwarded_port:b append_local_overload:b add_proxy_protocol_connection_state:m1473 forward_proto_config:m894 record_route_resolution_stats:b
81|.ForwardClientCertConfig|forward_client_cert_details:e120 set_current_client_cert_details:m901
82|HcmAccessLogOptions|access_log_flush_interval:m1479 flush_access_log_on_new_request:b flush_log_on_tunnel_successfully_established:b
82|InternalAddressConfig|unix_sockets:b cidr_ranges:[m180
82|PathNormalizationOptions|forwarding_transformation:m1391 http_filter_transformation:m1391
83|roxyStatusConfig|remove_details:b remove_connection_termination_details:b remove_response_flags:b set_recommended_response_code:b use_node_id:b literal_proxy_name:s
82|SetCurrentClientCertDetails|subject:m1473 cert:b chain:b dns:b uri:b issuer:b format:e121
82|Tracing|client_sampling:m1441 random_sampling:m1441 overall_sampling:m1441 verbose:b max_path_tag_length:m1517 custom_tags:[m1428 provider:m431 spawn_upstream_span:m1473 operation:s upstream_operation:s no_context_propagation:b
82|UpgradeConfig|upgrade_type:s filters:[m904 enabled:m1473
64|Filter|name:s typed_config:m1472 config_discovery:m189 is_optional:b disabled:b
60|LocalReplyConfig|mappers:[m908 body_format:m267
60|Rds|config_source:m181 route_config_name:s
61|equestIDExtension|typed_config:m1472
62|sponseMapper|filter:m82 status_code:m1517 body:m183 body_format_override:m267 headers_to_add:[m209
60|ScopedRds|scoped_rds_config_source:m181 srds_resources_locator:s
67|outeConfigurationsList|scoped_route_configurations:[m401
71|s|name:s scope_key_builder:m912 rds_config_source:m181 scoped_route_configurations_list:m910 scoped_rds:m909
72|.ScopeKeyBuilder|fragments:[m913
88|.FragmentBuilder|header_value_extractor:m914
104|.HeaderValueExtractor|name:s element_separator:s index:u element:m915
125|.KvElement|separator:s key:s
33|kafka_broker.v3.IdBasedBrokerRewriteRule|id:u host:s port:u
69|Spec|rules:[m916
49|KafkaBroker|stat_prefix:s force_response_rewrite:b id_based_broker_address_rewrite_spec:m917 api_keys_allowed:[u api_keys_denied:[u
39|mesh.v3alpha.ForwardingRule|target_cluster:s topic_prefix:s
52|KafkaClusterDefinition|cluster_name:s bootstrap_servers:s partition_count:i producer_config:{s consumer_config:{s
57|Mesh|advertised_host:s advertised_port:i upstream_clusters:[m920 forwarding_rules:[m919 consumer_proxy_mode:e124
33|local_ratelimit.v3.LocalRateLimit|stat_prefix:s token_bucket:m1446 runtime_enabled:m253 share_key:s
33|mongo_proxy.v3.MongoProxy|stat_prefix:s access_log:s delay:m564 emit_dynamic_metadata:b commands:[s max_bson_depth:m1517
34|ysql_proxy.v3.MySQLProxy|stat_prefix:s access_log:s downstream_ssl:e125
33|postgres_proxy.v3alpha.PostgresProxy|stat_prefix:s enable_sql_parsing:m1473 terminate_ssl:b upstream_ssl:e126 downstream_ssl:e126
33|ratelimit.v3.RateLimit|stat_prefix:s domain:s descriptors:[m541 timeout:m1479 failure_mode_deny:b rate_limit_service:m333
34|bac.v3.RBAC|rules:m341 matcher:m1755 shadow_rules:m341 shadow_matcher:m1755 shadow_rules_stat_prefix:s stat_prefix:s enforcement_type:e127 delay_deny:m1479
34|edis_proxy.v3.AwsIam|credential_provider:m527 cache_name:s service_name:s region:s expiration_time:m1479
48|RedisExternalAuthProvider|grpc_service:m194 enable_auth_expiration:b
53|ProtocolOptions|auth_password:m183 auth_username:m183 aws_iam:m928 credentials:[m931
68|.Credential|address:m170 auth_password:m183 auth_username:m183
56|xy|stat_prefix:s settings:m933 latency_in_micros:b prefix_routes:m935 downstream_auth_password:m183 downstream_auth_passwords:[m183 faults:[m939 downstream_auth_username:m183 external_auth_provider:m929 custom_commands:[s protocol_version:e129
58|.ConnPoolSettings|op_timeout:m1479 enable_hashtagging:b enable_redirection:b dns_cache_config:m536 max_buffer_size_before_flush:u buffer_flush_timeout:m1479 max_upstream_unknown_connections:m1517 enable_command_stats:b read_policy:e128 connection_rate_limit:m934
63|ectionRateLimit|connection_rate_limit_per_sec:u
59|PrefixRoutes|routes:[m936 case_insensitive:b catch_all_route:m936
71|.Route|prefix:s remove_prefix:b cluster:s request_mirror_policy:[m938 key_formatter:s read_command_policy:m937
77|.ReadCommandPolicy|cluster:s
80|questMirrorPolicy|cluster:s runtime_fraction:m254 exclude_read_commands:b
59|RedisFault|fault_type:e130 fault_enabled:m254 delay:m1479 commands:[s
35|verse_tunnel.v3.DrainAwareHttpConnectionManager|hcm_config:m895 enable_drain_with_goaway:b
51|ReverseTunnel|ping_interval:m1479 auto_close_connections:b request_path:s request_method:e31 validation:m942 required_cluster_name:s use_http_upgrade:b skip_rebalancing:b jwt_validator:m570 enable_connection_limit:b handshake_timeout:m1479
51|Validation|node_id_format:s cluster_id_format:s tenant_id_format:s emit_dynamic_metadata:b dynamic_metadata_namespace:s
34|ocketmq_proxy.v3.RocketmqProxy|stat_prefix:s route_config:m946 transient_object_life_span:m1479 develop_mode:b
53|ute|match:m947 route:m945
56|Action|cluster:s metadata_match:m235
56|Configuration|name:s routes:[m944
56|Match|topic:m1416 headers:[m352
33|set_filter_state.v3.Config|on_new_connection:[m573 on_downstream_tls_handshake:[m573 on_downstream_data:[m573
34|ip_proxy.router.v3alpha.Router|
43|tra.v3alpha.CreateRequest|data:{s context:{s
63|sponse|
55|DeleteRequest|key:s context:{s
63|sponse|
55|RetrieveRequest|key:s context:{s
65|sponse|data:{s
55|SubscribeRequest|
66|sponse|data:{s
55|TraServiceConfig|grpc_service:m194 transport_api_version:e24 timeout:m1479
65|Request|type:s create_request:m950 update_request:m961 retrieve_request:m954 delete_request:m952 subscribe_request:m956
67|sponse|type:s ret:i reason:s create_response:m951 update_response:m962 retrieve_response:m955 delete_response:m953 subscribe_response:m957
55|UpdateRequest|data:{s context:{s
63|sponse|
43|v3alpha.Cache|max_cache_item:i add_query_to_cache:b
52|ustomizedAffinity|entries:[m965 stop_load_balance:b
69|Entry|header:s key_name:s subscribe:b query:b cache:m963
51|LocalService|domain:s parameter:s
51|Route|match:m970 route:m968
56|Action|cluster:s
56|Configuration|name:s routes:[m967
56|Match|domain:s header:s parameter:s
51|SipFilter|name:s typed_config:m1472
54|ProtocolOptions|session_affinity:b registration_affinity:b customized_affinity:m964
57|xy|stat_prefix:s route_config:m969 sip_filters:[m971 settings:m974
59|.SipSettings|transaction_timeout:m1479 local_services:[m966 tra_service_config:m958 operate_via:b
34|ni_cluster.v3.SniCluster|
37|dynamic_forward_proxy.v3.FilterConfig|dns_cache_config:m536 port_value:u save_upstream_address:b
33|tcp_bandwidth_limit.v3.TcpBandwidthLimit|stat_prefix:s read_limit_kbps:m1518 write_limit_kbps:m1518 fill_interval:m1479 runtime_enabled:m253
37|proxy.v3.TcpProxy|stat_prefix:s cluster:s weighted_clusters:m982 on_demand:m979 metadata_match:m235 idle_timeout:m1479 downstream_idle_timeout:m1479 upstream_idle_timeout:m1479 access_log:[m81 max_connect_attempts:m1517 backoff_options:m176 hash_policy:[m1435 tunneling_config:m981 max_downstream_connection_duration:m1479 max_downstream_connection_duration_jitter_percentage:m1441 access_log_flush_interval:m1479 flush_access_log_on_connected:b access_log_options:m980 proxy_protocol_tlvs:[m270 proxy_protocol_tlv_merge_policy:e131 upstream_connect_mode:e132 max_early_data_bytes:m1517 check_drain_close:m1473
54|.OnDemand|odcds_config:m181 resources_locator:s timeout:m1479
55|TcpAccessLogOptions|access_log_flush_interval:m1479 flush_access_log_on_connected:b flush_access_log_on_start:b
56|unnelingConfig|hostname:s use_post:b headers_to_add:[m209 propagate_response_headers:b post_path:s propagate_response_trailers:b request_id_extension:m907 request_id_header:s request_id_metadata_key:s formatters:[m272
55|WeightedCluster|clusters:[m983
70|.ClusterWeight|name:s weight:u metadata_match:m235
34|hrift_proxy.filters.header_to_metadata.v3.HeaderToMetadata|request_rules:[m986
92|.KeyValuePair|metadata_namespace:s key:s value:s regex_value_rewrite:m1413 type:e134 encode:e133
93|Rule|header:s on_present:m985 on_missing:m985 remove:b
54|payload_to_metadata.v3.PayloadToMetadata|request_rules:[m990
94|.FieldSelector|name:s id:i child:m988
95|KeyValuePair|metadata_namespace:s key:s value:s regex_value_rewrite:m1413 type:e135
95|Rule|method_name:s service_name:s field_selector:m988 on_present:m989 on_missing:m989
54|ratelimit.v3.RateLimit|domain:s stage:u timeout:m1479 failure_mode_deny:b rate_limit_service:m333
46|router.v3.Router|close_downstream_on_upstream_error:m1473
46|v3.Route|match:m997 route:m994
54|Action|cluster:s weighted_clusters:m1002 cluster_header:s metadata_match:m235 rate_limits:[m357 strip_service_name:b request_mirror_policies:[m995
60|.RequestMirrorPolicy|cluster:s runtime_fraction:m254
54|Configuration|name:s routes:[m993 validate_clusters:m1473
54|Match|method_name:s service_name:s invert:b headers:[m352
49|ThriftFilter|name:s typed_config:m1472
55|ProtocolOptions|transport:e137 protocol:e136
58|xy|transport:e137 protocol:e136 stat_prefix:s route_config:m996 trds:m1001 thrift_filters:[m998 payload_passthrough:b max_requests_per_connection:m1517 access_log:[m81 header_keys_preserve_case:b
50|rds|config_source:m181 route_config_name:s
49|WeightedCluster|clusters:[m1003
64|.ClusterWeight|name:s weight:m1517 metadata_match:m235
33|wasm.v3.Wasm|config:m1281
33|zookeeper_proxy.v3.LatencyThresholdOverride|opcode:e138 threshold:m1479
52|ZooKeeperProxy|stat_prefix:s access_log:s max_packet_bytes:m1517 enable_latency_threshold_metrics:b default_latency_threshold:m1479 latency_threshold_overrides:[m1005 enable_per_opcode_request_bytes_metrics:b enable_per_opcode_response_bytes_metrics:b enable_per_opcode_decoder_error_metrics:b
25|udp.dns_filter.v3.DnsFilterConfig|stat_prefix:s server_config:m1009 client_config:m1008 access_log:[m81 case_insensitive:b
58|.ClientContextConfig|resolver_timeout:m1479 upstream_resolvers:[m170 dns_resolution_config:m184 typed_dns_resolver_config:m272 max_pending_lookups:U
59|ServerContextConfig|inline_dns_table:m459 external_dns_table:m183
30|ynamic_modules.v3.DynamicModuleUdpListenerFilter|dynamic_module_config:m558 filter_name:s filter_config:m1472
29|udp_proxy.session.dynamic_forward_proxy.v3.FilterConfig|stat_prefix:s dns_cache_config:m536 buffer_options:m1012
84|.BufferOptions|max_buffered_datagrams:m1517 max_buffered_bytes:m1518
47|ext_authz.v3.FilterConfig|stat_prefix:s grpc_service:m194 failure_mode_allow:b buffer_options:m1014
72|.BufferOptions|max_buffered_datagrams:m1517 max_buffered_bytes:m1518
47|http_capsule.v3.FilterConfig|
39|v3.Route|cluster:s
42|UdpProxyConfig|stat_prefix:s cluster:s matcher:m1755 idle_timeout:m1479 use_original_src_ip:b hash_policies:[m1018 upstream_socket_config:m273 use_per_packet_load_balancing:b access_log:[m81 proxy_access_log:[m81 session_filters:[m1019 tunneling_config:m1021 access_log_options:m1020
56|.HashPolicy|source_ip:b key:s
57|SessionFilter|name:s typed_config:m1472 config_discovery:m189
57|UdpAccessLogOptions|access_log_flush_interval:m1479 flush_access_log_on_tunnel_connected:b
60|TunnelingConfig|proxy_host:s proxy_port:m1517 target_host:s default_target_port:u use_post:b post_path:s retry_options:m1023 headers_to_add:[m209 buffer_options:m1022 propagate_response_headers:b propagate_response_trailers:b formatters:[m272
75|.BufferOptions|max_buffered_datagrams:m1517 max_buffered_bytes:m1518
76|RetryOptions|max_connect_attempts:m1517 backoff_options:m176
18|ormatter.cel.v3.Cel|cel_config:m179
27|dynamic_modules.v3.DynamicModuleFormatter|dynamic_module_config:m558 formatter_name:s formatter_config:m1472
27|file_content.v3.FileContent|
27|generic_secret.v3.GenericSecret|secret_configs:{m1254
27|metadata.v3.Metadata|
27|req_without_query.v3.ReqWithoutQuery|
17|geoip_providers.common.v3.CommonGeoipProviderConfig|geo_headers_to_add:m1032 geo_field_keys:m1031
68|.GeolocationFieldKeys|country:s city:s region:s asn:s asn_org:s anon:s anon_vpn:s anon_hosting:s anon_tor:s anon_proxy:s isp:s apple_private_relay:s
80|HeadersToAdd|country:s city:s region:s asn:s asn_org:s is_anon:s anon:s anon_vpn:s anon_hosting:s anon_tor:s anon_proxy:s isp:s apple_private_relay:s
33|maxmind.v3.MaxMindConfig|city_db_path:s asn_db_path:s anon_db_path:s isp_db_path:s country_db_path:s common_provider_config:m1030
18|rpc_service.call_credentials.access_token.v3.AccessTokenCredentials|token:s
47|file_based_metadata.v3.FileBasedMetadataCallCredentials|secret_data:m183 header_key:s header_prefix:s
47|google_compute_engine.v3.GoogleComputeEngineCredentials|
54|iam.v3.GoogleIamCredentials|authorization_token:s authority_selector:s
54|refresh_token.v3.GoogleRefreshTokenCredentials|token:s
47|service_account_jwt_access.v3.ServiceAccountJwtAccessCredentials|json_key:s token_lifetime:m1479
48|ts_service.v3.StsServiceCredentials|token_exchange_service_uri:s resource:s audience:s scope:s requested_token_type:s subject_token_path:s subject_token_type:s actor_token_path:s actor_token_type:s
31|hannel_credentials.google_default.v3.GoogleDefaultCredentials|
50|insecure.v3.InsecureCredentials|
50|local.v3.LocalCredentials|
50|tls.v3.TlsCredentials|root_certificate_provider:m1247 identity_certificate_provider:m1247
50|xds.v3.XdsCredentials|fallback_credentials:m1472
17|health_check.event_sinks.file.v3.HealthCheckEventFileSink|event_log_path:s
29|ers.dynamic_modules.v3.DynamicModuleHealthCheck|dynamic_module_config:m558 health_checker_name:s health_checker_config:m1472
33|redis.v3.Redis|key:s aws_iam:m928
33|thrift.v3.Thrift|method_name:s transport:e137 protocol:e136
18|ttp.cache.file_system_http_cache.v3.FileSystemHttpCacheConfig|manager_config:m523 cache_path:s max_cache_size_bytes:m1518 max_individual_cache_entry_size_bytes:m1518 max_cache_entry_count:m1518 cache_subdivisions:u evict_fraction:f max_eviction_period:m1479 min_eviction_period:m1479 create_cache_path:b
28|simple_http_cache.v3.SimpleHttpCacheConfig|
27|_v2.file_system_http_cache.v3.FileSystemHttpCacheV2Config|manager_config:m523 cache_path:s max_cache_size_bytes:m1518 max_individual_cache_entry_size_bytes:m1518 max_cache_entry_count:m1518 cache_subdivisions:u evict_fraction:f max_eviction_period:m1479 min_eviction_period:m1479 create_cache_path:b
31|simple_http_cache.v3.SimpleHttpCacheV2Config|
23|ustom_response.local_response_policy.v3.LocalResponsePolicy|body:m183 body_format:m267 status_code:m1517 response_headers_to_add:[m209 preserve_response_code_details:b response_code_details:s
38|redirect_policy.v3.RedirectPolicy|uri:s redirect_action:m375 status_code:m1517 response_headers_to_add:[m209 request_headers_to_add:[m209 modify_request_headers_action:m272
22|early_header_mutation.header_mutation.v3.HeaderMutation|mutations:[m167
23|xt_proc.processing_request_modifiers.mapped_attribute_builder.v3.MappedAttributeBuilder|mapped_request_attributes:{s mapped_response_attributes:{s
31|response_processors.save_processing_response.v3.SaveProcessingResponse|filter_state_name_suffix:s save_request_headers:m1059 save_response_headers:m1059 save_request_trailers:m1059 save_response_trailers:m1059 save_immediate_response:m1059
101|.SaveOptions|save_response:b save_on_error:b
22|header_formatters.preserve_case.v3.PreserveCaseFormatterConfig|forward_reason_phrase:b formatter_type_on_envoy_headers:e139
29|validators.envoy_default.v3.HeaderValidatorConfig|http1_protocol_options:m1062 uri_path_normalization_options:m1063 restrict_http_methods:b headers_with_underscores_action:e140 strip_fragment_from_path:b
78|.Http1ProtocolOptions|allow_chunked_length:b
79|UriPathNormalizationOptions|skip_path_normalization:b skip_merging_slashes:b path_with_escaped_slashes_action:e141
22|injected_credentials.generic.v3.Generic|credential:m1254 header:s header_value_prefix:s
43|oauth2.v3.OAuth2|token_endpoint:m227 scopes:[s client_credentials:m1066 token_fetch_retry_interval:m1479 endpoint_params:[m1067
59|.ClientCredentials|client_id:s client_secret:m1254 auth_type:e142
60|EndpointParameter|name:s value:s
22|original_ip_detection.custom_header.v3.CustomHeaderConfig|header_name:s allow_extension_to_set_address_as_trusted:b reject_with_status:m1438
44|xff.v3.XffConfig|xff_num_trusted_hops:u xff_trusted_cidrs:m1070 skip_xff_append:m1473
54|TrustedCidrs|cidrs:[m180
22|stateful_session.cookie.v3.CookieBasedSessionState|cookie:m1389
39|envelope.v3.EnvelopeSessionState|header:m1073
71|.Header|name:s
39|header.v3.HeaderBasedSessionState|name:s
17|internal_redirect.allow_listed_routes.v3.AllowListedRoutesConfig|allowed_route_names:[s
35|previous_routes.v3.PreviousRoutesConfig|
35|safe_cross_scheme.v3.SafeCrossSchemeConfig|
17|key_value.file_based.v3.FileBasedKeyValueStoreConfig|filename:s flush_interval:m1479 max_entries:m1517
17|load_balancing_policies.client_side_weighted_round_robin.v3.ClientSideWeightedRoundRobin|enable_oob_load_report:m1473 oob_reporting_period:m1479 blackout_period:m1479 weight_expiration_period:m1479 weight_update_period:m1479 error_utilization_penalty:m1499 metric_names_for_computing_utilization:[s slow_start_config:m1087 oob_reporting_config:m1086
43|uster_provided.v3.ClusterProvided|
42|ommon.v3.ConsistentHashingLbConfig|use_hostname_for_hashing:b hash_balance_factor:m1517 hash_policy:[m384
51|LocalityLbConfig|zone_aware_lb_config:m1084 locality_weighted_lb_config:m1083
67|.LocalityWeightedLbConfig|
68|ZoneAwareLbConfig|routing_enabled:m1441 min_cluster_size:m1518 fail_traffic_on_panic:b force_locality_direct_routing:b force_local_zone:m1085 locality_basis:e143
85|.ForceLocalZone|min_size:m1517
51|OrcaOobReportingConfig|port_value:u authority:s transport_socket_match_criteria:m1515
51|SlowStartConfig|slow_start_window:m1479 aggression:m252 min_weight_percent:m1441
41|dynamic_modules.v3.DynamicModulesLoadBalancerConfig|dynamic_module_config:m558 lb_policy_name:s lb_policy_config:m1472
41|least_request.v3.LeastRequest|choice_count:m1517 active_request_bias:m252 slow_start_config:m1087 locality_lb_config:m1082 enable_full_scan:m1473 selection_method:e144
42|oad_aware_locality.v3.LoadAwareLocality|endpoint_picking_policy:m146 weight_update_period:m1479 metric_names_for_computing_utilization:[s utilization_variance_threshold:m1478 smoothing_time_constant:m1479 remote_probe_fraction:m1478 weight_expiration_period:m1479 enable_oob_load_report:m1473 oob_reporting_period:m1479 oob_reporting_config:m1086
41|maglev.v3.Maglev|table_size:m1518 consistent_hashing_lb_config:m1081 locality_weighted_lb_config:m1083
41|override_host.v3.OverrideHost|override_host_sources:[m1093 selected_host_key:m1421 fallback_policy:m146
70|.OverrideHostSource|header:s metadata:m1421
41|peak_ewma.v3alpha.PeakEwma|decay_time:m1479 aggregation_interval:m1479 max_samples_per_host:m1517 default_rtt:m1479 penalty_value:m1478
42|ick_first.v3.PickFirst|shuffle_address_list:b
41|random.v3.Random|locality_lb_config:m1082
47|_subsetting.v3.RandomSubsetting|subset_size:m1517 child_policy:m146
42|ing_hash.v3.RingHash|hash_function:e145 minimum_ring_size:m1518 maximum_ring_size:m1518 use_hostname_for_hashing:b hash_balance_factor:m1517 consistent_hashing_lb_config:m1081 locality_weighted_lb_config:m1083
42|ound_robin.v3.RoundRobin|slow_start_config:m1087 locality_lb_config:m1082
41|subset.v3.Subset|fallback_policy:e146 default_subset:m1515 subset_selectors:[m1101 allow_redundant_keys:b locality_weight_aware:b scale_locality_weight:b panic_mode_any:b list_as_any:b metadata_fallback_policy:e147 subset_lb_policy:m146
57|.LbSubsetSelector|keys:[s single_host_per_subset:b fallback_policy:e148 fallback_keys_subset:[s
41|wrr_locality.v3.WrrLocality|endpoint_picking_policy:m146
19|cal_address_selectors.filter_state_override.v3.Config|
17|matching.actions.transform_stat.v3.TransformStat|drop_stat:m1105 drop_tag:m1106 update_tag:m1107
65|.DropStat|
70|Tag|
66|UpdateTag|new_tag_value:s
26|common_inputs.environment_variable.v3.Config|name:s
40|network.v3.ApplicationProtocolInput|
51|DestinationIPInput|
62|PortInput|
52|irectSourceIPInput|
52|ynamicMetadataInput|filter:s path:[m1114
71|.PathSegment|key:s
51|FilterStateInput|key:s field:s
51|NetworkNamespaceInput|
51|ServerNameInput|
52|ourceIPInput|
57|PortInput|
57|TypeInput|
51|TransportProtocolInput|
40|ssl.v3.DnsSanInput|
47|SubjectInput|
47|UriSanInput|
41|tats.v3.StatFullNameMatchInput|
53|TagValueInput|
40|transport_socket.v3.EndpointMetadataInput|filter:s path:[m1128
81|.PathSegment|key:s
60|FilterStateInput|key:s
60|LocalityMetadataInput|filter:s path:[m1131
81|.PathSegment|key:s
60|TransportSocketNameAction|name:s
26|http.dynamic_modules.v3.DynamicModuleDataInput|dynamic_module_config:m558 input_name:s input_config:m1472
50|HttpDynamicModuleMatchInput|
26|input_matchers.consistent_hashing.v3.ConsistentHashing|threshold:u modulo:u seed:U
41|dynamic_modules.v3.DynamicModuleMatcher|dynamic_module_config:m558 matcher_name:s matcher_config:m1472 on_error:e149
41|hyperscan.v3alpha.Hyperscan|regexes:[m1138
68|.Regex|regex:s id:u caseless:b dot_all:b multiline:b allow_empty:b utf8:b ucp:b combination:b quiet:b
41|ip.v3.Ip|cidr_ranges:[m180 stat_prefix:s
41|metadata.v3.Metadata|value:m1419 invert:b
41|runtime_fraction.v3.RuntimeFraction|runtime_fraction:m254 seed:U
17|network.connection_balance.dlb.v3alpha.Dlb|id:u max_retries:u fallback_policy:e150
25|dns_resolver.apple.v3.AppleDnsResolverConfig|include_unroutable_families:b
38|cares.v3.CaresDnsResolverConfig|resolvers:[m170 use_resolvers_as_fallback:b filter_unroutable_families:b dns_resolver_options:m185 udp_max_queries:m1517 query_timeout_seconds:m1518 query_tries:m1517 rotate_nameservers:b edns0_max_payload_size:m1517 max_udp_channel_duration:m1479 reinit_channel_on_timeout:b qcache_max_ttl:m1517
38|getaddrinfo.v3.GetAddrInfoDnsResolverConfig|num_retries:m1517 num_resolver_threads:m1517
38|hickory.v3.DnsOverHttpsConfig|server_urls:[s
56|TlsConfig|servers:[m170 tls_server_name:s
49|HickoryDnsResolverConfig|resolvers:[m170 dns_over_tls:m1147 dns_over_https:m1146 enable_dnssec:b cache_size:m1517 num_resolver_threads:m1517 use_system_config:m1473 query_timeout:m1479 query_tries:m1517
25|socket_interface.sockmap.v3.Sockmap|bpf_program_path:s cgroup_path:s sockhash_max_entries:m1517 register_user_space_sockets:m1473 accelerated_ports:[m1440
42|v3.DefaultSocketInterface|io_uring_options:m1151
45|IoUringOptions|io_uring_size:m1517 enable_submission_queue_polling:b read_buffer_size:m1517 write_timeout_ms:m1517 write_high_watermark_bytes:m1517 write_low_watermark_bytes:m1517 enable_multishot_receive:b
24|_filters.peer_metadata.Config|baggage_key:s
47|UpstreamConfig|
17|outlier_detection_monitors.common.v3.DatabaseErrors|
54|ErrorBuckets|http_errors:[m1156 local_origin_errors:[m1157 database_errors:[m1154
54|HttpErrors|range:m1439
54|LocalOriginErrors|
46|nsecutive_errors.v3.ConsecutiveErrors|name:s threshold:m1517 enforcing:m1517 error_buckets:m1155
17|path.match.uri_template.v3.UriTemplateMatchConfig|path_template:s
22|rewrite.uri_template.v3.UriTemplateRewriteConfig|path_template_rewrite:s
18|rivate_key_providers.cryptomb.v3alpha.CryptoMbPrivateKeyMethodConfig|private_key:m183 poll_delay:m1479
39|kae.v3alpha.KaePrivateKeyMethodConfig|private_key:m183 poll_delay:m1479 max_instances:m1517
39|qat.v3alpha.QatPrivateKeyMethodConfig|private_key:m183 poll_delay:m1479
17|quic.client_writer_factory.v3.DefaultClientWriter|
23|onnection_debug_visitor.quic_stats.v3.Config|update_period:m1479
47|v3.BasicConfig|
33|id_generator.quic_lb.v3.Config|server_id:m183 server_id_base64_encoded:b expected_server_id_length:u nonce_length_bytes:u encryption_parameters:m1254 unencrypted_mode:b
46|v3.DeterministicConnectionIdGeneratorConfig|
23|rypto_stream.v3.CryptoServerStreamConfig|
22|proof_source.v3.ProofSourceConfig|
22|server_preferred_address.v3.DataSourceServerPreferredAddressConfig|ipv4_config:m1172 ipv6_config:m1172
88|.AddressFamilyConfig|address:m183 port:m183 dnat_address:m183
50|FixedServerPreferredAddressConfig|ipv4_address:s ipv4_config:m1174 ipv6_address:s ipv6_config:m1174
83|.AddressFamilyConfig|address:m260 dnat_address:m260
17|rate_limit_descriptors.expr.v3.Descriptor|descriptor_key:s skip_if_error:b text:s parsed:m1454
18|bac.audit_loggers.stream.v3.StdoutAuditLog|
22|matchers.upstream_ip_port.v3.UpstreamIpPortMatcher|upstream_ip:m180 upstream_port_range:m1440
22|principals.mtls_authenticated.v3.Config|san_matcher:m1256 any_validated_client_certificate:b
18|egex_engines.hyperscan.v3alpha.Hyperscan|
31|v3.GoogleRE2|
19|quest_id.uuid.v3.UuidRequestIdConfig|pack_trace_reason:m1473 use_request_id_for_trace_sampling:m1473
19|source_monitors.cgroup_memory.v3.CgroupMemoryConfig|max_memory_bytes:U
36|pu_utilization.v3.CpuUtilizationConfig|mode:e151
35|downstream_connections.v3.DownstreamConnectionsConfig|max_active_downstream_connections:I
35|fixed_heap.v3.FixedHeapConfig|max_heap_size_bytes:U max_heap_size_bytes_runtime:m257
35|injected_resource.v3.InjectedResourceConfig|filename:s
19|try.host.omit_canary_hosts.v3.OmitCanaryHostsPredicate|
33|host_metadata.v3.OmitHostMetadataConfig|metadata_match:m235
28|previous_hosts.v3.PreviousHostsPredicate|
23|priority.previous_priorities.v3.PreviousPrioritiesConfig|update_frequency:i
19|verse_tunnel_reporters.v3alpha.clients.grpc_client.GrpcClientConfig|stat_prefix:s cluster:s default_send_interval:m1479 connect_retry_interval:m1479 max_retries:u max_buffer_count:u
70|ReverseTunnel|name:s identity:m1195 created_at:m1516
70|StreamReverseTunnelsRequest|node:m236 added_tunnels:[m1192 removed_tunnel_names:[s full_push:b nonce:I
92|sponse|node_id:s report_interval:m1479 request_nonce:I error_detail:m1522
70|TunnelInitiatorIdentity|tenant_id:s cluster_id:s node_id:s
50|reporters.EventReporterConfig|stat_prefix:s clients:[m1197
60|ReverseConnectionReporterClient|name:s typed_config:m1472
18|outer.cluster_specifier.golang.v3alpha.Config|library_id:s library_path:s default_cluster:s config:m1472
41|s.lua.v3.LuaConfig|source_code:m183 default_cluster:s
43|matcher.v3.ClusterAction|cluster:s
54|MatcherClusterSpecifier|cluster_matcher:m1755
17|stat_sinks.dynamic_modules.v3.DynamicModuleStatsSink|dynamic_module_config:m558 sink_name:s sink_config:m1472
28|graphite_statsd.v3.GraphiteStatsdSink|address:m170 prefix:s max_bytes_per_datagram:m1518 scale_histogram_units_to_milliseconds:b
28|kafka.v3.KafkaStatsSinkConfig|broker_list:s topic:s batch_size:u report_counters_as_deltas:m1473 emit_tags_as_labels:m1473 producer_config:{s buffer_flush_timeout_ms:m1517 format:e152
28|open_telemetry.v3.SinkConfig|grpc_service:m194 http_service:m226 resource_detectors:[m272 report_counters_as_deltas:b report_histograms_as_deltas:b emit_tags_as_attributes:m1473 use_tag_extracted_name:m1473 prefix:s custom_metric_conversions:m1755 max_data_points_per_request:u
56|.ConversionAction|metric_name:s static_metric_labels:[m1689
57|DropAction|
28|wasm.v3.Wasm|config:m1281
32|_filter.v3.WasmFilterStatsSinkConfig|wasm_config:m1281 inner_sink:m319
19|ring_matcher.lua.v3.Lua|source_code:m183
17|tap_sinks.udp_sink.v3alpha.UdpSink|udp_address:m260
18|racers.dynamic_modules.v3.DynamicModuleTracer|dynamic_module_config:m558 tracer_name:s tracer_config:m1472
25|fluentd.v3.FluentdConfig|cluster:s tag:s stat_prefix:s buffer_flush_interval:m1479 buffer_size_bytes:m1517 retry_policy:m249
25|opentelemetry.resource_detectors.v3.DynatraceResourceDetectorConfig|
61|EnvironmentResourceDetectorConfig|
61|StaticConfigResourceDetectorConfig|attributes:{s
39|samplers.v3.AlwaysOnSamplerConfig|
51|CELSamplerConfig|expression:m1769
51|DynatraceSamplerConfig|tenant:s cluster_id:i http_service:m226 root_spans_per_minute:u
51|ParentBasedSamplerConfig|wrapped_sampler:m272
51|TraceIdRatioBasedSamplerConfig|sampling_percentage:m1434
20|nsport_sockets.alts.v3.Alts|handshaker_service:s peer_service_accounts:[s
35|dynamic_modules.v3.DynamicModuleTransportSocket|dynamic_module_config:m558 transport_socket_name:s transport_socket_config:m1472 implements_secure_transport:b
35|http_11_proxy.v3.Http11ProxyUpstreamTransport|transport_socket:m271 default_proxy_address:m170
35|internal_upstream.v3.InternalUpstreamTransport|passthrough_metadata:[m1226 transport_socket:m271
81|.MetadataValueSource|kind:m1423 name:s
35|proxy_protocol.v3.ProxyProtocolUpstreamTransport|config:m240 transport_socket:m271 allow_unspecified_address:b tlv_as_pool_key:b
35|quic.v3.QuicDownstreamTransport|downstream_tls_context:m1249 enable_early_data:m1473 enable_resumption:m1473
47|UpstreamTransport|upstream_tls_context:m1261
35|raw_buffer.v3.RawBuffer|
35|s2a.v3.S2AConfiguration|s2a_address:s
36|tarttls.v3.StartTlsConfig|cleartext_socket_config:m1230 tls_socket_config:m1249
47|UpstreamStartTlsConfig|cleartext_socket_config:m1230 tls_socket_config:m1261
35|tap.v3.SocketTapConfig|set_connection_per_event:b stats_prefix:s
42|Tap|common_config:m545 transport_socket:m271 socket_tap_config:m1234
36|cp_stats.v3.Config|transport_socket:m271 update_period:m1479
36|ls.cert_mappers.filter_state_override.v3.Config|default_value:s
52|sni.v3.SNI|default_value:s
53|tatic_name.v3.StaticName|name:s
44|selectors.on_demand_secret.v3.Config|config_source:m181 certificate_mapper:m272 prefetch_secret_names:[s
44|validator.dynamic_modules.v3.DynamicModuleCertValidatorConfig|dynamic_module_config:m558 validator_name:s validator_config:m1472
39|v3.CertificateProviderPluginInstance|instance_name:s certificate_name:s
53|ValidationContext|trusted_ca:m183 ca_certificate_provider_instance:m1242 system_root_certs:m1244 watched_directory:m275 verify_certificate_spki:[s verify_certificate_hash:[s match_typed_subject_alt_names:[m1256 match_subject_alt_names:[m1416 require_signed_certificate_timestamp:m1473 crl:m183 allow_expired_certificate:b trust_chain_verification:e153 custom_validator_config:m272 only_verify_leaf_cert_crl:b max_verify_depth:m1517 suppress_client_ca_list:b
70|.SystemRootCerts|
43|ommonTlsContext|tls_params:m1259 tls_certificates:[m1257 tls_certificate_sds_secret_configs:[m1254 tls_certificate_provider_instance:m1242 custom_tls_certificate_selector:m272 tls_certificate_certificate_provider:m1246 tls_certificate_certificate_provider_instance:m1247 validation_context:m1243 validation_context_sds_secret_config:m1254 combined_validation_context:m1248 validation_context_certificate_provider:m1246 validation_context_certificate_provider_instance:m1247 alpn_protocols:[s custom_handshaker:m272 key_log:m1258
58|.CertificateProvider|name:s typed_config:m272
78|Instance|instance_name:s certificate_name:s
60|ombinedCertificateValidationContext|default_validation_context:m1243 validation_context_sds_secret_config:m1254 validation_context_certificate_provider:m1246 validation_context_certificate_provider_instance:m1247
42|DownstreamTlsContext|common_tls_context:m1245 require_client_certificate:m1473 require_sni:m1473 session_ticket_keys:m1260 session_ticket_keys_sds_secret_config:m1254 disable_stateless_session_resumption:b disable_stateful_session_resumption:b session_timeout:m1479 ocsp_staple_policy:e154 full_scan_certs_on_sni_mismatch:m1473 prefer_client_ciphers:b
42|GenericSecret|secret:m183 secrets:{m183
42|PrivateKeyProvider|provider_name:s typed_config:m1472 fallback:b
42|SPIFFECertValidatorConfig|trust_domains:[m1253 trust_bundles:m183
67|.TrustDomain|name:s trust_bundle:m183 workload_trust_domain:s
43|dsSecretConfig|name:s sds_config:m181
43|ecret|name:s tls_certificate:m1257 session_ticket_keys:m1260 validation_context:m1243 generic_secret:m1250
43|ubjectAltNameMatcher|san_type:e155 matcher:m1416 oid:s
42|TlsCertificate|certificate_chain:m183 private_key:m183 pkcs12:m183 watched_directory:m275 private_key_provider:m1251 password:m183 ocsp_staple:m183 signed_certificate_timestamp:[m183 tls_params:m1259
45|KeyLog|path:s local_address_range:[m180 remote_address_range:[m180
45|Parameters|tls_minimum_protocol_version:e157 tls_maximum_protocol_version:e157 cipher_suites:[s ecdh_curves:[s signature_algorithms:[s compliance_policies:[e156
45|SessionTicketKeys|keys:[m183
42|UpstreamTlsContext|common_tls_context:m1245 sni:s auto_host_sni:b auto_sni_san_validation:b allow_renegotiation:b max_session_keys:m1517 enforce_rsa_key_usage:m1473
17|udp_packet_writer.v3.UdpDefaultWriterFactory|
41|GsoBatchWriterFactory|
18|pstreams.http.dynamic_modules.v3.Config|dynamic_module_config:m558 bridge_name:s bridge_config:m1472
32|generic.v3.GenericConnectionPoolProto|
32|http.v3.HttpConnectionPoolProto|
32|reverse_tunnel.v3.ReverseTunnelUpstreamCodecOptions|enable_drain_with_goaway:b
32|tcp.golang.v3alpha.Config|library_id:s library_path:s plugin_name:s plugin_config:m1472
36|v3.TcpConnectionPoolProto|
32|udp.v3.UdpConnectionPoolProto|
32|v3.HttpProtocolOptions|common_http_protocol_options:m225 upstream_http_protocol_options:m274 explicit_http_config:m1273 use_downstream_protocol_config:m1275 auto_config:m1272 http_filters:[m904 header_validation_config:m272 outlier_detection:m1274 request_mirror_policies:[m392 hash_policy:[m384 retry_policy:m376
54|.AutoHttpConfig|http_protocol_options:m219 http2_protocol_options:m222 http3_protocol_options:m224 alternate_protocols_cache_options:m172
55|ExplicitHttpConfig|http_protocol_options:m219 http2_protocol_options:m222 http3_protocol_options:m224
55|OutlierDetection|error_matcher:m156
55|UseDownstreamHttpConfig|http_protocol_options:m219 http2_protocol_options:m222 http3_protocol_options:m224
27|tcp.generic.v3.GenericConnectionPoolProto|
31|v3.TcpProtocolOptions|idle_timeout:m1479
17|vcl.v3alpha.VclSocketInterface|
17|wasm.v3.CapabilityRestrictionConfig|allowed_capabilities:{m1283
25|EnvironmentVariables|host_env_keys:[s key_values:{s
25|PluginConfig|name:s root_id:s vm_config:m1284 configuration:m1472 fail_open:b failure_policy:e158 reload_config:m1282 capability_restriction_config:m1279 allow_on_headers_stop_iteration:m1473
25|ReloadConfig|backoff:m176
25|SanitizationConfig|
25|VmConfig|vm_id:s runtime:s code:m175 configuration:m1472 allow_precompiled:b nack_on_code_cache_miss:b environment_variables:m1280 capability_restriction_config:m1279
25|WasmService|config:m1281 singleton:b
19|tchdog.profile_action.v3.ProfileActionConfig|profile_duration:m1479 profile_path:s max_profiles:U
6|service.accesslog.v3.StreamAccessLogsMessage|identifier:m1289 http_logs:m1288 tcp_logs:m1290
50|.HTTPAccessLogEntries|log_entry:[m438
51|Identifier|node:m236 log_name:s
51|TCPAccessLogEntries|log_entry:[m443
43|Response|
15|uth.v3.AttributeContext|source:m1294 destination:m1294 request:m1295 context_extensions:{s metadata_context:m235 route_metadata_context:m235 tls_session:m1296
38|.HttpRequest|id:s method:s headers:{s header_map:m207 path:s host:s scheme:s query:s fragment:s size:I protocol:s body:s raw_body:y
39|Peer|address:m170 service:s labels:{s principal:s certificate:s
39|Request|time:m1516 http:m1293
39|TLSSession|sni:s
22|CheckRequest|attributes:m1292
29|sponse|status:m1522 denied_response:m1299 ok_response:m1300 error_response:m1299 dynamic_metadata:m1515
22|DeniedHttpResponse|status:m1438 headers:[m209 body:s
22|OkHttpResponse|headers:[m209 headers_to_remove:[s dynamic_metadata:m1515 response_headers_to_add:[m209 query_parameters_to_set:[m242 query_parameters_to_remove:[s
14|cluster.v3.CdsDummy|
14|discovery.v3.AdsDummy|
27|DeltaDiscoveryRequest|node:m236 type_url:s resource_names_subscribe:[s resource_names_unsubscribe:[s resource_locators_subscribe:[m1314 resource_locators_unsubscribe:[m1314 initial_resource_versions:{s response_nonce:s error_detail:m1522
43|sponse|system_version_info:s resources:[m1311 type_url:s removed_resources:[s removed_resource_names:[m1315 nonce:s control_plane:m182 resource_errors:[m1313
28|iscoveryRequest|version_info:s node:m236 resource_names:[s resource_locators:[m1314 type_url:s response_nonce:s error_detail:m1522
38|sponse|version_info:s resources:[m1472 canary:b type_url:s nonce:s control_plane:m182 resource_errors:[m1313
28|ynamicParameterConstraints|constraint:m1309 or_constraints:m1308 and_constraints:m1308 not_constraints:m1307
54|.ConstraintList|constraints:[m1307
55|SingleConstraint|key:s value:s exists:m1310
71|.Exists|
27|Resource|name:s resource_name:m1315 aliases:[s version:s resource:m1472 ttl:m1479 cache_control:m1312 metadata:m235
35|.CacheControl|do_not_cache:b
35|Error|resource_name:m1315 error_detail:m1522
35|Locator|name:s dynamic_parameters:{s
35|Name|name:s dynamic_parameter_constraints:m1307
14|endpoint.v3.EdsDummy|
26|LedsDummy|
15|vent_reporting.v3.StreamEventsRequest|identifier:m1319 events:[m1472
52|.Identifier|node:m236
47|sponse|
15|xt_proc.v3.BodyMutation|body:y clear_body:b streamed_response:m1337
30|Response|response:m1323
26|CommonResponse|status:e159 header_mutation:m1325 body_mutation:m1321 trailers:m207 clear_route_cache:b
26|GrpcStatus|status:u
26|HeaderMutation|set_headers:[m209 remove_headers:[s
32|sResponse|response:m1323
27|ttpBody|body:y end_of_stream:b end_of_stream_without_message:b grpc_message_compressed:b drain_complete:b
30|Headers|headers:m207 attributes:{m1515 end_of_stream:b
30|Trailers|trailers:m207
26|ImmediateResponse|status:m1438 headers:m1325 body:y grpc_status:m1324 details:s
26|ProcessingRequest|request_headers:m1328 response_headers:m1328 request_body:m1327 response_body:m1327 request_trailers:m1329 response_trailers:m1329 metadata_context:m235 attributes:{m1515 observability_mode:b protocol_config:m1336 flow_control_init:m1333 client_window_update:m1332
43|.ClientWindowUpdate|window_increment_sidestream_to_upstream:I window_increment_sidestream_to_downstream:I
44|FlowControlInit|initial_window_downstream_to_sidestream:I initial_window_sidestream_to_upstream:I initial_window_upstream_to_sidestream:I initial_window_sidestream_to_downstream:I
38|sponse|request_headers:m1326 response_headers:m1326 request_body:m1322 response_body:m1322 request_trailers:m1339 response_trailers:m1339 immediate_response:m1330 streamed_immediate_response:m1338 dynamic_metadata:m1515 typed_dynamic_metadata:{m1472 mode_override:m664 request_drain:b request_drain_requests:b request_drain_responses:b override_message_timeout:m1479 server_window_update:m1335
44|.ServerWindowUpdate|window_increment_downstream_to_sidestream:I window_increment_upstream_to_sidestream:I
29|tocolConfiguration|request_body_mode:e84 response_body_mode:e84 send_body_without_waiting_for_header_response:b
26|StreamedBodyResponse|body:y end_of_stream:b end_of_stream_without_message:b grpc_message_compressed:b drain_complete:b
34|ImmediateResponse|headers_response:m1328 body_response:m1337 trailers_response:m207
26|TrailersResponse|header_mutation:m1325
17|ension.v3.EcdsDummy|
14|health.v3.Capability|health_check_protocols:[e160
25|lusterEndpointsHealth|cluster_name:s locality_endpoints_health:[m1351
31|HealthCheck|cluster_name:s health_checks:[m210 locality_endpoints:[m1350 transport_socket_matches:[m143 upstream_bind_config:m177
24|EndpointHealth|endpoint:m281 health_status:e26 health_metadata:m1515
38|Response|endpoints_health:[m1344 cluster_endpoints_health:[m1342
24|HdsDummy|
25|ealthCheckRequest|node:m236 capability:m1341
42|OrEndpointHealthResponse|health_check_request:m1347 endpoint_health_response:m1345
35|Specifier|cluster_health_checks:[m1343 interval:m1479
24|LocalityEndpoints|locality:m234 endpoints:[m281
41|Health|locality:m234 endpoints_health:[m1344
14|listener.v3.LdsDummy|
15|oad_stats.v3.LoadStatsRequest|node:m236 cluster_stats:[m279
39|sponse|clusters:[s send_all_clusters:b load_reporting_interval:m1479 report_endpoint_granularity:b
14|metrics.v3.StreamMetricsMessage|identifier:m1356 envoy_metrics:[m1543
45|.Identifier|node:m236
38|Response|
14|network_ext_proc.v3.Data|data:y end_of_stream:b
34|ProcessingRequest|read_data:m1358 write_data:m1358 metadata:m235 attributes:{m1515
46|sponse|read_data:m1358 write_data:m1358 data_processing_status:e162 connection_status:e161 dynamic_metadata:m1515 close_stream_to_ext_proc_server:b
14|rate_limit_quota.v3.BucketId|bucket:{s
34|RateLimitQuotaResponse|bucket_action:[m1363
56|.BucketAction|bucket_id:m1361 quota_assignment_action:m1365 abandon_action:m1364
69|.AbandonAction|
70|QuotaAssignmentAction|assignment_time_to_live:m1479 rate_limit_strategy:m1442
48|UsageReports|domain:s bucket_quota_usages:[m1367
60|.BucketQuotaUsage|bucket_id:m1361 time_elapsed:m1479 num_requests_allowed:U num_requests_denied:U
18|limit.v3.RateLimitRequest|domain:s descriptors:[m541 hits_addend:u
38|sponse|overall_code:e163 statuses:[m1370 response_headers_to_add:[m208 request_headers_to_add:[m208 raw_body:y dynamic_metadata:m1515 quota:m1371
44|.DescriptorStatus|code:e163 current_limit:m1372 limit_remaining:u duration_until_reset:m1479 quota:m1371
45|Quota|requests:u valid_until:m1516 id:s
45|RateLimit|name:s requests_per_unit:u unit:e164 unit_multiplier:m1517
15|edis_auth.v3.RedisProxyExternalAuthRequest|username:s password:s
52|sponse|status:m1522 expiration:m1516 message:s
15|oute.v3.RdsDummy|
23|SrdsDummy|
15|untime.v3.RtdsDummy|
26|untime|name:s layer:m1515
14|secret.v3.SdsDummy|
15|tatus.v3.ClientConfig|node:m236 xds_config:[m1384 generic_xds_configs:[m1381 client_scope:s
36|.GenericXdsConfig|type_url:s name:s version_info:s xds_config:m1472 last_updated:m1516 config_status:e166 client_status:e3 error_state:m79 is_static_resource:b
30|StatusRequest|node_matchers:[m1410 node:m236 exclude_resource_contents:b
38|sponse|config:[m1380
24|PerXdsConfig|status:e166 client_status:e165 listener_config:m58 cluster_config:m44 route_config:m64 scoped_route_config:m67 endpoint_config:m51
14|tap.v3.StreamTapsRequest|identifier:m1386 trace_id:U trace:m479
38|.Identifier|node:m236 tap_id:s
33|sponse|
6|tcp.metadataexchange.config.MetadataExchange|protocol:s enable_discovery:b additional_labels:[s
7|ype.http.v3.Cookie|name:s ttl:m1479 path:s attributes:[m1390
25|Attribute|name:s value:s
19|PathTransformation|operations:[m1392
37|.Operation|normalize_path_rfc_3986:m1394 merge_slashes:m1393
47|.MergeSlashes|
48|NormalizePathRFC3986|
11|matcher.v3.AddressMatcher|ranges:[m1735 invert_match:b
22|DoubleMatcher|range:m1433 exact:d
22|FilterStateMatcher|key:s string_match:m1416 address_match:m1395
22|HttpRequestHeaderMatchInput|header_name:s
33|QueryParamMatchInput|query_param:s
33|TrailerMatchInput|header_name:s
28|sponseHeaderMatchInput|header_name:s
34|LocalReplyMatchInput|
34|StatusCodeClassMatchInput|
44|MatchInput|
34|TrailerMatchInput|header_name:s
22|ListMatcher|one_of:m1419
26|StringMatcher|patterns:[m1416
22|MetadataMatcher|filter:s path:[m1409 value:m1419 invert:b
37|.PathSegment|key:s
22|NodeMatcher|node_id:m1416 node_metadatas:[m1417
22|OrMatcher|value_matchers:[m1419
22|PathMatcher|path:m1416
22|RegexMatchAndSubstitute|pattern:m1414 substitution:s
32|er|google_re2:m1415 regex:s
34|.GoogleRE2|max_program_size:m1517
22|StringMatcher|exact:s prefix:s suffix:s safe_regex:m1414 contains:s custom:m1743 ignore_case:b
25|uctMatcher|path:[m1418 value:m1419
35|.PathSegment|key:s
22|ValueMatcher|null_match:m1420 double_match:m1396 string_match:m1416 bool_match:b present_match:b list_match:m1406 or_match:m1411
34|.NullMatch|
12|etadata.v3.MetadataKey|key:s path:[m1422
34|.PathSegment|key:s index:u
32|ind|request:m1426 route:m1427 cluster:m1424 host:m1425
35|.Cluster|
36|Host|
36|Request|
37|oute|
11|tracing.v3.CustomTag|tag:s literal:m1431 environment:m1429 request_header:m1430 metadata:m1432 value:s value_type:e168
31|.Environment|name:s default_value:s
32|Header|name:s default_value:s
32|Literal|value:s
32|Metadata|kind:m1423 metadata_key:m1421 default_value:s
11|v3.DoubleRange|start:d end:d
14|FractionalPercent|numerator:u denominator:e170
14|HashPolicy|source_ip:m1437 filter_state:m1436
24|.FilterState|key:s
25|SourceIp|
15|ttpStatus|code:e173
14|Int32Range|start:i end:i
17|64Range|start:I end:I
14|Percent|value:d
14|RateLimitStrategy|blanket_rule:e171 requests_per_time_unit:m1443 token_bucket:m1446
31|.RequestsPerTimeUnit|requests_per_time_unit:U time_unit:e172
14|Scope|max_counters:m1517 max_gauges:m1517 max_histograms:m1517 enable_eviction:b prefix:s sharing_name:s
15|emanticVersion|major_number:u minor_number:u patch:u
14|TokenBucket|max_tokens:u tokens_per_fill:m1517 fill_interval:m1479
6|watchdog.v3.AbortActionConfig|wait_duration:m1479
0|gnostic.extension.v1.ExtensionHandlerRequest|wrapper:m1451 compiler_version:m1450
39|sponse|handled:b errors:[s value:m1472
21|Version|major:i minor:i patch:i suffix:s
21|Wrapper|version:s extension_name:s yaml:s
1|oogle.api.expr.v1alpha1.CheckedExpr|reference_map:{I>m1463 type_map:{I>m1467 source_info:m1464 expr_version:s expr:m1454
26|onstant|null_value:e196 bool_value:b int64_value:I uint64_value:U double_value:d string_value:s bytes_value:y duration_value:m1479 timestamp_value:m1516
25|Expr|id:I const_expr:m1453 ident_expr:m1460 select_expr:m1461 call_expr:m1455 list_expr:m1457 struct_expr:m1458 comprehension_expr:m1456
29|.Call|target:m1454 function:s args:[m1454
31|omprehension|iter_var:s iter_var2:s iter_range:m1454 accu_var:s accu_init:m1454 loop_condition:m1454 loop_step:m1454 result:m1454
31|reateList|elements:[m1454 optional_indices:[i
36|Struct|message_name:s entries:[m1459
42|.Entry|id:I field_key:s map_key:m1454 value:m1454 optional_entry:b
30|Ident|name:s
30|Select|operand:m1454 field:s test_only:b
25|ParsedExpr|expr:m1454 source_info:m1464
25|Reference|name:s overload_id:[s value:m1453
25|SourceInfo|syntax_version:s location:s line_offsets:[i positions:{I>i macro_calls:{I>m1454 extensions:[m1465
35|.Extension|id:s affected_components:[e174 version:m1466
45|.Version|major:I minor:I
25|Type|dyn:m1480 null:e196 primitive:e175 wrapper:e175 well_known:e176 list_type:m1470 map_type:m1471 function:m1469 message_type:s type_param:s type:m1467 error:m1480 abstract_type:m1468
29|.AbstractType|name:s parameter_types:[m1467
30|FunctionType|result_type:m1467 arg_types:[m1467
30|ListType|elem_type:m1467
30|MapType|key_type:m1467 value_type:m1467
7|protobuf.Any|type_url:s value:y
16|BoolValue|value:b
17|ytesValue|value:y
16|DescriptorProto|name:s field:[m1492 extension:[m1492 nested_type:[m1475 enum_type:[m1481 extension_range:[m1476 oneof_decl:[m1508 options:m1505 reserved_range:[m1477 reserved_name:[s visibility:e197
31|.ExtensionRange|start:i end:i options:m1486
32|ReservedRange|start:i end:i
17|oubleValue|value:d
17|uration|seconds:I nanos:i
16|Empty|
17|numDescriptorProto|name:s value:[m1484 options:m1483 reserved_range:[m1482 reserved_name:[s visibility:e197
35|.EnumReservedRange|start:i end:i
20|Options|allow_alias:b deprecated:b deprecated_legacy_json_field_conflicts:b features:m1488 uninterpreted_option:[m1519
20|ValueDescriptorProto|name:s number:i options:m1485
25|Options|deprecated:b features:m1488 debug_redact:b feature_support:m1495 uninterpreted_option:[m1519
17|xtensionRangeOptions|uninterpreted_option:[m1519 declaration:[m1487 features:m1488 verification:e178
37|.Declaration|number:i full_name:s type:s reserved:b repeated:b
16|FeatureSet|field_presence:e181 enum_type:e180 repeated_field_encoding:e184 utf8_validation:e185 message_encoding:e183 json_format:e182 enforce_naming_style:e179 default_symbol_visibility:e186
26|.VisibilityFeature|
26|Defaults|defaults:[m1491 minimum_edition:e177 maximum_edition:e177
34|.FeatureSetEditionDefault|edition:e177 overridable_features:m1488 fixed_features:m1488
17|ieldDescriptorProto|name:s number:i label:e187 type:e188 type_name:s extendee:s default_value:s oneof_index:i json_name:s options:m1493 proto3_optional:b
21|Options|ctype:e189 packed:b jstype:e190 lazy:b unverified_lazy:b deprecated:b weak:b debug_redact:b retention:e191 targets:[e192 edition_defaults:[m1494 features:m1488 feature_support:m1495 uninterpreted_option:[m1519
28|.EditionDefault|edition:e177 value:s
29|FeatureSupport|edition_introduced:e177 edition_deprecated:e177 deprecation_warning:s edition_removed:e177 removal_error:s
18|leDescriptorProto|name:s package:s dependency:[s public_dependency:[i weak_dependency:[i option_dependency:[s message_type:[m1475 enum_type:[m1481 service:[m1510 extension:[m1492 options:m1498 source_code_info:m1512 syntax:s edition:e177
30|Set|file:[m1496
20|Options|java_package:s java_outer_classname:s java_multiple_files:b java_generate_equals_and_hash:b java_string_check_utf8:b optimize_for:e193 go_package:s cc_generic_services:b java_generic_services:b py_generic_services:b deprecated:b cc_enable_arenas:b objc_class_prefix:s csharp_namespace:s swift_prefix:s php_class_prefix:s php_namespace:s php_metadata_namespace:s ruby_package:s features:m1488 uninterpreted_option:[m1519
17|loatValue|value:f
16|GeneratedCodeInfo|annotation:[m1501
33|.Annotation|path:[i source_file:s begin:i end:i semantic:e194
16|Int32Value|value:i
19|64Value|value:I
16|ListValue|values:[m1521
16|MessageOptions|message_set_wire_format:b no_standard_descriptor_accessor:b deprecated:b map_entry:b deprecated_legacy_json_field_conflicts:b features:m1488 uninterpreted_option:[m1519
18|thodDescriptorProto|name:s input_type:s output_type:s options:m1507 client_streaming:b server_streaming:b
22|Options|deprecated:b idempotency_level:e195 features:m1488 uninterpreted_option:[m1519
16|OneofDescriptorProto|name:s options:m1509
21|Options|features:m1488 uninterpreted_option:[m1519
16|ServiceDescriptorProto|name:s method:[m1506 options:m1511
23|Options|features:m1488 deprecated:b uninterpreted_option:[m1519
17|ourceCodeInfo|location:[m1513
30|.Location|path:[i span:[i leading_comments:s trailing_comments:s leading_detached_comments:[s
17|tringValue|value:s
19|uct|fields:{m1521
16|Timestamp|seconds:I nanos:i
16|UInt32Value|value:u
20|64Value|value:U
17|ninterpretedOption|name:[m1520 identifier_value:s positive_int_value:U negative_int_value:I double_value:d string_value:y aggregate_value:s
35|.NamePart|name_part:s is_extension:b
16|Value|null_value:e196 number_value:d string_value:s bool_value:b struct_value:m1515 list_value:m1504
7|rpc.Status|code:i message:s details:[m1472
1|rpc.binarylog.v1.Address|type:e198 address:s ip_port:u
18|ClientHeader|metadata:m1527 method_name:s authority:s timeout:m1479
18|GrpcLogEntry|timestamp:m1516 call_id:U sequence_id_within_call:U type:e199 logger:e200 client_header:m1524 server_header:m1529 message:m1526 trailer:m1530 payload_truncated:b peer:m1523
18|Message|length:u data:y
20|tadata|entry:[m1528
26|Entry|key:s value:y
18|ServerHeader|metadata:m1527
18|Trailer|metadata:m1527 status_code:u status_message:s status_details:y
5|health.v1.HealthCheckRequest|service:s
28|sponse|status:e201
21|ListRequest|
27|sponse|statuses:{m1532
0|io.prometheus.client.Bucket|cumulative_count:U cumulative_count_float:d upper_bound:d exemplar:m1538
27|Span|offset:i length:u
21|Counter|value:d exemplar:m1538 created_timestamp:m1516
21|Exemplar|label:[m1541 value:d timestamp:m1516
21|Gauge|value:d
21|Histogram|sample_count:U sample_count_float:d sample_sum:d bucket:[m1535 created_timestamp:m1516 schema:i zero_threshold:d zero_count:U zero_count_float:d negative_span:[m1536 negative_delta:[I negative_count:[d positive_span:[m1536 positive_delta:[I positive_count:[d exemplars:[m1538
21|LabelPair|name:s value:s
21|Metric|label:[m1541 gauge:m1539 counter:m1537 summary:m1545 untyped:m1546 histogram:m1540 timestamp_ms:I
27|Family|name:s help:s type:e202 metric:[m1542 unit:s
21|Quantile|quantile:d value:d
21|Summary|sample_count:U sample_sum:d quantile:[m1544 created_timestamp:m1516
21|Untyped|value:d
0|openapi.v2.AdditionalPropertiesItem|schema:m1597 boolean:b
12|ny|value:m1472 yaml:s
12|piKeySecurity|type:s name:s in:s description:s vendor_extension:[m1567
11|BasicAuthenticationSecurity|type:s description:s vendor_extension:[m1567
12|odyParameter|description:s name:s in:s required:b schema:m1597 vendor_extension:[m1567
11|Contact|name:s url:s email:s vendor_extension:[m1567
11|Default|additional_properties:[m1567
14|initions|additional_properties:[m1573
12|ocument|swagger:s info:m1563 host:s base_path:s schemes:[s consumes:[s produces:[s paths:m1589 definitions:m1554 parameters:m1585 responses:m1594 security:[m1601 security_definitions:m1599 tags:[m1603 external_docs:m1557 vendor_extension:[m1567
11|Examples|additional_properties:[m1567
13|ternalDocs|description:s url:s vendor_extension:[m1567
11|FileSchema|format:s title:s description:s default:m1548 required:[s type:s read_only:b external_docs:m1557 example:m1548 vendor_extension:[m1567
12|ormDataParameterSubSchema|required:b in:s description:s name:s allow_empty_value:b type:s format:s items:m1590 collection_format:s default:m1548 maximum:d exclusive_maximum:b minimum:d exclusive_minimum:b max_length:I min_length:I pattern:s max_items:I min_items:I unique_items:b enum:[m1548 multiple_of:d vendor_extension:[m1567
11|Header|type:s format:s items:m1590 collection_format:s default:m1548 maximum:d exclusive_maximum:b minimum:d exclusive_minimum:b max_length:I min_length:I pattern:s max_items:I min_items:I unique_items:b enum:[m1548 multiple_of:d description:s vendor_extension:[m1567
17|ParameterSubSchema|required:b in:s description:s name:s type:s format:s items:m1590 collection_format:s default:m1548 maximum:d exclusive_maximum:b minimum:d exclusive_minimum:b max_length:I min_length:I pattern:s max_items:I min_items:I unique_items:b enum:[m1548 multiple_of:d vendor_extension:[m1567
17|s|additional_properties:[m1568
11|Info|title:s version:s description:s terms_of_service:s contact:m1552 license:m1566 vendor_extension:[m1567
12|temsItem|schema:[m1597
11|JsonReference|_ref:s description:s
11|License|name:s url:s vendor_extension:[m1567
11|NamedAny|name:s value:m1548
16|Header|name:s value:m1560
16|Parameter|name:s value:m1584
18|thItem|name:s value:m1587
16|Response|name:s value:m1593
24|Value|name:s value:m1595
16|Schema|name:s value:m1597
17|ecurityDefinitionsItem|name:s value:m1600
17|tring|name:s value:s
22|Array|name:s value:m1602
12|onBodyParameter|header_parameter_sub_schema:m1561 form_data_parameter_sub_schema:m1559 query_parameter_sub_schema:m1592 path_parameter_sub_schema:m1588
11|Oauth2AccessCodeSecurity|type:s flow:s scopes:m1582 authorization_url:s token_url:s description:s vendor_extension:[m1567
18|pplicationSecurity|type:s flow:s scopes:m1582 token_url:s description:s vendor_extension:[m1567
17|ImplicitSecurity|type:s flow:s scopes:m1582 authorization_url:s description:s vendor_extension:[m1567
17|PasswordSecurity|type:s flow:s scopes:m1582 token_url:s description:s vendor_extension:[m1567
17|Scopes|additional_properties:[m1575
12|peration|tags:[s summary:s description:s external_docs:m1557 operation_id:s produces:[s consumes:[s parameters:[m1586 responses:m1596 schemes:[s deprecated:b security:[m1601 vendor_extension:[m1567
11|Parameter|body_parameter:m1551 non_body_parameter:m1577
20|Definitions|additional_properties:[m1569
20|sItem|parameter:m1584 json_reference:m1565
13|thItem|_ref:s get:m1583 put:m1583 post:m1583 delete:m1583 options:m1583 head:m1583 patch:m1583 parameters:[m1586 vendor_extension:[m1567
15|ParameterSubSchema|required:b in:s description:s name:s type:s format:s items:m1590 collection_format:s default:m1548 maximum:d exclusive_maximum:b minimum:d exclusive_minimum:b max_length:I min_length:I pattern:s max_items:I min_items:I unique_items:b enum:[m1548 multiple_of:d vendor_extension:[m1567
15|s|vendor_extension:[m1567 path:[m1570
12|rimitivesItems|type:s format:s items:m1590 collection_format:s default:m1548 maximum:d exclusive_maximum:b minimum:d exclusive_minimum:b max_length:I min_length:I pattern:s max_items:I min_items:I unique_items:b enum:[m1548 multiple_of:d vendor_extension:[m1567
13|operties|additional_properties:[m1573
11|QueryParameterSubSchema|required:b in:s description:s name:s allow_empty_value:b type:s format:s items:m1590 collection_format:s default:m1548 maximum:d exclusive_maximum:b minimum:d exclusive_minimum:b max_length:I min_length:I pattern:s max_items:I min_items:I unique_items:b enum:[m1548 multiple_of:d vendor_extension:[m1567
11|Response|description:s schema:m1598 headers:m1562 examples:m1556 vendor_extension:[m1567
19|Definitions|additional_properties:[m1571
19|Value|response:m1593 json_reference:m1565
19|s|response_code:[m1572 vendor_extension:[m1567
11|Schema|_ref:s format:s title:s description:s default:m1548 multiple_of:d maximum:d exclusive_maximum:b minimum:d exclusive_minimum:b max_length:I min_length:I pattern:s max_items:I min_items:I unique_items:b max_properties:I min_properties:I required:[s enum:[m1548 additional_properties:m1547 type:m1604 items:m1564 all_of:[m1597 properties:m1591 discriminator:s read_only:b xml:m1606 external_docs:m1557 example:m1548 vendor_extension:[m1567
17|Item|schema:m1597 file_schema:m1558
12|ecurityDefinitions|additional_properties:[m1574
30|Item|basic_authentication_security:m1550 api_key_security:m1549 oauth2_implicit_security:m1580 oauth2_password_security:m1581 oauth2_application_security:m1579 oauth2_access_code_security:m1578
19|Requirement|additional_properties:[m1576
12|tringArray|value:[s
11|Tag|name:s description:s external_docs:m1557 vendor_extension:[m1567
12|ypeItem|value:[s
11|VendorExtension|additional_properties:[m1567
11|Xml|name:s namespace:s prefix:s attribute:b wrapped:b vendor_extension:[m1567
9|3.AdditionalPropertiesItem|schema_or_reference:m1671 boolean:b
12|ny|value:m1472 yaml:s
14|OrExpression|any:m1608 expression:m1623
11|Callback|path:[m1644 specification_extension:[m1636
19|OrReference|callback:m1610 reference:m1662
19|sOrReferences|additional_properties:[m1637
12|omponents|schemas:m1672 responses:m1669 parameters:m1658 examples:m1622 request_bodies:m1663 headers:m1627 security_schemes:m1676 links:m1633 callbacks:m1612 specification_extension:[m1636
13|ntact|name:s url:s email:s specification_extension:[m1636
11|DefaultType|number:d boolean:b string:s
12|iscriminator|property_name:s mapping:m1682 specification_extension:[m1636
12|ocument|openapi:s info:m1628 servers:[m1677 paths:m1660 components:m1613 security:[m1673 tags:[m1683 external_docs:m1624 specification_extension:[m1636
11|Encoding|content_type:s headers:m1627 style:s explode:b allow_reserved:b specification_extension:[m1636
19|s|additional_properties:[m1638
12|xample|summary:s description:s value:m1608 external_value:s specification_extension:[m1636
18|OrReference|example:m1620 reference:m1662
18|sOrReferences|additional_properties:[m1639
13|pression|additional_properties:[m1636
13|ternalDocs|description:s url:s specification_extension:[m1636
11|Header|description:s required:b deprecated:b allow_empty_value:b style:s explode:b allow_reserved:b schema:m1671 example:m1608 examples:m1622 content:m1635 specification_extension:[m1636
17|OrReference|header:m1625 reference:m1662
17|sOrReferences|additional_properties:[m1640
11|Info|title:s description:s terms_of_service:s contact:m1614 license:m1630 version:s specification_extension:[m1636 summary:s
12|temsItem|schema_or_reference:[m1671
11|License|name:s url:s specification_extension:[m1636
13|nk|operation_ref:s operation_id:s parameters:m1609 request_body:m1609 description:s server:m1677 specification_extension:[m1636
15|OrReference|link:m1631 reference:m1662
15|sOrReferences|additional_properties:[m1641
11|MediaType|schema:m1671 example:m1608 examples:m1622 encoding:m1619 specification_extension:[m1636
20|s|additional_properties:[m1642
11|NamedAny|name:s value:m1608
16|CallbackOrReference|name:s value:m1611
16|Encoding|name:s value:m1618
17|xampleOrReference|name:s value:m1621
16|HeaderOrReference|name:s value:m1626
16|LinkOrReference|name:s value:m1632
16|MediaType|name:s value:m1634
16|ParameterOrReference|name:s value:m1657
18|thItem|name:s value:m1659
16|RequestBodyOrReference|name:s value:m1665
18|sponseOrReference|name:s value:m1667
16|SchemaOrReference|name:s value:m1671
17|ecuritySchemeOrReference|name:s value:m1675
18|rverVariable|name:s value:m1678
17|tring|name:s value:s
22|Array|name:s value:m1681
11|OauthFlow|authorization_url:s token_url:s refresh_url:s scopes:m1682 specification_extension:[m1636
20|s|implicit:m1652 password:m1652 client_credentials:m1652 authorization_code:m1652 specification_extension:[m1636
12|bject|additional_properties:[m1636
12|peration|tags:[s summary:s description:s external_docs:m1624 operation_id:s parameters:[m1657 request_body:m1665 responses:m1668 callbacks:m1612 deprecated:b security:[m1673 servers:[m1677 specification_extension:[m1636
11|Parameter|name:s in:s description:s required:b deprecated:b allow_empty_value:b style:s explode:b allow_reserved:b schema:m1671 example:m1608 examples:m1622 content:m1635 specification_extension:[m1636
20|OrReference|parameter:m1656 reference:m1662
20|sOrReferences|additional_properties:[m1643
13|thItem|_ref:s summary:s description:s get:m1655 put:m1655 post:m1655 delete:m1655 options:m1655 head:m1655 patch:m1655 trace:m1655 servers:[m1677 parameters:[m1657 specification_extension:[m1636
15|s|path:[m1644 specification_extension:[m1636
12|roperties|additional_properties:[m1647
11|Reference|_ref:s summary:s description:s
13|questBodiesOrReferences|additional_properties:[m1645
21|y|description:s content:m1635 required:b specification_extension:[m1636
22|OrReference|request_body:m1664 reference:m1662
13|sponse|description:s headers:m1627 content:m1635 links:m1633 specification_extension:[m1636
19|OrReference|response:m1666 reference:m1662
19|s|default:m1667 response_or_reference:[m1646 specification_extension:[m1636
20|OrReferences|additional_properties:[m1646
11|Schema|nullable:b discriminator:m1616 read_only:b write_only:b xml:m1684 external_docs:m1624 example:m1608 deprecated:b title:s multiple_of:d maximum:d exclusive_maximum:b minimum:d exclusive_minimum:b max_length:I min_length:I pattern:s max_items:I min_items:I unique_items:b max_properties:I min_properties:I required:[s enum:[m1608 type:s all_of:[m1671 one_of:[m1671 any_of:[m1671 not:m1670 items:m1629 properties:m1661 additional_properties:m1607 default:m1615 description:s format:s specification_extension:[m1636
17|OrReference|schema:m1670 reference:m1662
17|sOrReferences|additional_properties:[m1647
12|ecurityRequirement|additional_properties:[m1651
19|Scheme|type:s description:s name:s in:s scheme:s bearer_format:s flows:m1653 open_id_connect_url:s specification_extension:[m1636
25|OrReference|security_scheme:m1674 reference:m1662
25|sOrReferences|additional_properties:[m1648
13|rver|url:s description:s variables:m1679 specification_extension:[m1636
17|Variable|enum:[s default:s description:s specification_extension:[m1636
25|s|additional_properties:[m1649
12|pecificationExtension|number:d boolean:b string:s
12|tringArray|value:[s
17|s|additional_properties:[m1650
11|Tag|name:s description:s external_docs:m1624 specification_extension:[m1636
11|Xml|name:s namespace:s prefix:s attribute:b wrapped:b specification_extension:[m1636
4|telemetry.proto.common.v1.AnyValue|string_value:s bool_value:b int_value:I double_value:d array_value:m1686 kvlist_value:m1690 bytes_value:y string_value_strindex:i
31|rrayValue|values:[m1685
30|EntityRef|schema_url:s type:s id_keys:[s description_keys:[s
30|InstrumentationScope|name:s version:s attributes:[m1689 dropped_attributes_count:u
30|KeyValue|key:s value:m1685 key_strindex:i
38|List|values:[m1689
0|pb.GoFeatures|legacy_unmarshal_json_enum:b api_level:e203 strip_enum_prefix:e204
0|stats.MetricConfig|dimensions:{s name:s tags_to_remove:[s match:s drop:b
12|Definition|name:s value:s type:e205
6|PluginConfig|debug:b max_peer_cache_size:i stat_prefix:s field_separator:s value_separator:s disable_host_header_fallback:b tcp_reporting_duration:m1479 metrics:[m1692 definitions:[m1693 reporter:e206 rotation_interval:m1479 graceful_deletion_interval:m1479
0|udpa.annotations.FieldMigrateAnnotation|rename:s oneof_promotion:s
22|SecurityAnnotation|configure_for_untrusted_downstream:b configure_for_untrusted_upstream:b
19|leMigrateAnnotation|move_to_package:s
17|MigrateAnnotation|rename:s
17|StatusAnnotation|work_in_progress:b package_version_status:e207
17|VersioningAnnotation|previous_message_type:s
5|type.v1.TypedStruct|type_url:s value:m1515
0|validate.AnyRules|required:b in:[s not_in:[s
9|BoolRules|const:b
10|ytesRules|const:y len:U min_len:U max_len:U pattern:s prefix:y suffix:y contains:y in:[y not_in:[y ip:b ipv4:b ipv6:b ignore_empty:b
9|DoubleRules|const:d lt:d lte:d gt:d gte:d in:[d not_in:[d ignore_empty:b
10|urationRules|required:b const:m1479 lt:m1479 lte:m1479 gt:m1479 gte:m1479 in:[m1479 not_in:[m1479
9|EnumRules|const:i defined_only:b in:[i not_in:[i
9|FieldRules|message:m1715 float:m1711 double:m1705 int32:m1712 int64:m1713 uint32:m1723 uint64:m1724 sint32:m1719 sint64:m1720 fixed32:m1709 fixed64:m1710 sfixed32:m1717 sfixed64:m1718 bool:m1703 string:m1721 bytes:m1704 enum:m1707 repeated:m1716 map:m1714 any:m1702 duration:m1706 timestamp:m1722
11|xed32Rules|const:u lt:u lte:u gt:u gte:u in:[u not_in:[u ignore_empty:b
14|64Rules|const:U lt:U lte:U gt:U gte:U in:[U not_in:[U ignore_empty:b
10|loatRules|const:f lt:f lte:f gt:f gte:f in:[f not_in:[f ignore_empty:b
9|Int32Rules|const:i lt:i lte:i gt:i gte:i in:[i not_in:[i ignore_empty:b
12|64Rules|const:I lt:I lte:I gt:I gte:I in:[I not_in:[I ignore_empty:b
9|MapRules|min_pairs:U max_pairs:U no_sparse:b keys:m1708 values:m1708 ignore_empty:b
10|essageRules|skip:b required:b
9|RepeatedRules|min_items:U max_items:U unique:b items:m1708 ignore_empty:b
9|SFixed32Rules|const:i lt:i lte:i gt:i gte:i in:[i not_in:[i ignore_empty:b
15|64Rules|const:I lt:I lte:I gt:I gte:I in:[I not_in:[I ignore_empty:b
10|Int32Rules|const:i lt:i lte:i gt:i gte:i in:[i not_in:[i ignore_empty:b
13|64Rules|const:I lt:I lte:I gt:I gte:I in:[I not_in:[I ignore_empty:b
10|tringRules|const:s len:U min_len:U max_len:U len_bytes:U min_bytes:U max_bytes:U pattern:s prefix:s suffix:s contains:s not_contains:s in:[s not_in:[s email:b hostname:b ip:b ipv4:b ipv6:b uri:b uri_ref:b address:b uuid:b well_known_regex:e208 strict:b ignore_empty:b
9|TimestampRules|required:b const:m1516 lt:m1516 lte:m1516 gt:m1516 gte:m1516 lt_now:b gt_now:b within:m1479
9|UInt32Rules|const:u lt:u lte:u gt:u gte:u in:[u not_in:[u ignore_empty:b
13|64Rules|const:U lt:U lte:U gt:U gte:U in:[U not_in:[U ignore_empty:b
0|xds.annotations.v3.FieldMigrateAnnotation|rename:s oneof_promotion:s
24|SecurityAnnotation|configure_for_untrusted_downstream:b configure_for_untrusted_upstream:b
25|tatusAnnotation|work_in_progress:b
21|leMigrateAnnotation|move_to_package:s
23|StatusAnnotation|work_in_progress:b
19|MessageStatusAnnotation|work_in_progress:b
20|igrateAnnotation|rename:s
19|StatusAnnotation|work_in_progress:b package_version_status:e209
19|VersioningAnnotation|previous_message_type:s
4|core.v3.Authority|name:s
12|CidrRange|address_prefix:s prefix_len:m1517
13|ollectionEntry|locator:m1740 inline_entry:m1737
27|.InlineEntry|name:s version:s resource:m1472
14|ntextParams|params:{s
12|Resource|name:m1742 version:s resource:m1472
20|Locator|scheme:e210 id:s authority:s resource_type:s exact_context:m1738 directives:[m1741
27|.Directive|alt:m1740 entry:s
20|Name|id:s authority:s resource_type:s context:m1738
12|TypedExtensionConfig|name:s typed_config:m1472
4|type.matcher.v3.CelMatcher|expr_match:m1769 description:s
20|DoubleRangeMatcher|range_matchers:[m1746
38|.RangeMatcher|ranges:[m1771 on_match:m1763
20|HttpAttributesCelMatchInput|
20|IPMatcher|range_matchers:[m1749
29|.IPRangeMatcher|ranges:[m1735 on_match:m1763 exclusive:b
21|nt32RangeMatcher|range_matchers:[m1751
37|.RangeMatcher|ranges:[m1772 on_match:m1763
23|64RangeMatcher|range_matchers:[m1753
37|.RangeMatcher|ranges:[m1773 on_match:m1763
20|ListStringMatcher|patterns:[m1768
20|Matcher|matcher_list:m1756 matcher_tree:m1761 on_no_match:m1763
27|.MatcherList|matchers:[m1757
39|.FieldMatcher|predicate:m1758 on_match:m1763
40|Predicate|single_predicate:m1760 or_matcher:m1759 and_matcher:m1759 not_matcher:m1758
49|.PredicateList|predicate:[m1758
50|SinglePredicate|input:m1743 value_match:m1768 custom_match:m1743
35|Tree|input:m1743 exact_match_map:m1762 prefix_match_map:m1762 custom_match:m1743
39|.MatchMap|map:{m1763
28|OnMatch|matcher:m1755 action:m1743 keep_matching:b
20|RegexMatcher|google_re2:m1765 regex:s
32|.GoogleRE2|
20|ServerNameMatcher|domain_matchers:[m1767
37|.DomainMatcher|domains:[s on_match:m1763
21|tringMatcher|exact:s prefix:s suffix:s safe_regex:m1764 contains:s custom:m1743 ignore_case:b
9|v3.CelExpression|parsed_expr:m1462 checked_expr:m1452 cel_expr_parsed:m24 cel_expr_checked:m0 cel_expr_string:s
17|tractString|expr_extract:m1769 default_value:m1514
12|DoubleRange|start:d end:d
12|Int32Range|start:i end:i
15|64Range|start:I end:I
12|TypedStruct|type_url:s value:m1515`;

/** The names of the values of each enumeration. */
export const ENUMS = `COMPONENT_UNSPECIFIED COMPONENT_PARSER COMPONENT_TYPE_CHECKER COMPONENT_RUNTIME
PRIMITIVE_TYPE_UNSPECIFIED BOOL INT64 UINT64 DOUBLE STRING BYTES
WELL_KNOWN_TYPE_UNSPECIFIED ANY TIMESTAMP DURATION
UNKNOWN REQUESTED DOES_NOT_EXIST ACKED NACKED RECEIVED_ERROR TIMEOUT
Gradual Immediate
v4 v6
Serve Validate InitOnly
LIVE DRAINING PRE_INITIALIZING INITIALIZING
COUNTER GAUGE
EQ GE LE NE
OK CANCELED UNKNOWN INVALID_ARGUMENT DEADLINE_EXCEEDED NOT_FOUND ALREADY_EXISTS PERMISSION_DENIED RESOURCE_EXHAUSTED FAILED_PRECONDITION ABORTED OUT_OF_RANGE UNIMPLEMENTED INTERNAL UNAVAILABLE DATA_LOSS UNAUTHENTICATED
MAIN_THREAD_ONLY STANDALONE_WORKER_THREAD
REQUEST_HEADER REQUEST_TRAILER RESPONSE_HEADER RESPONSE_TRAILER
UNKNOWN KILL MULTIKILL MEGAMISS MISS
USE_CONFIGURED_PROTOCOL USE_DOWNSTREAM_PROTOCOL
STATIC STRICT_DNS LOGICAL_DNS EDS ORIGINAL_DST
AUTO V4_ONLY V6_ONLY V4_PREFERRED ALL
ROUND_ROBIN LEAST_REQUEST RING_HASH RANDOM MAGLEV CLUSTER_PROVIDED LOAD_BALANCING_POLICY_CONFIG
NO_FALLBACK ANY_ENDPOINT DEFAULT_SUBSET
METADATA_NO_FALLBACK FALLBACK_LIST
NOT_DEFINED NO_FALLBACK ANY_ENDPOINT DEFAULT_SUBSET KEYS_SUBSET
XX_HASH MURMUR_HASH_2
DEFAULT V4 V6 PIPE INTERNAL
DEPRECATED_AND_UNAVAILABLE_DO_NOT_USE REST GRPC DELTA_GRPC AGGREGATED_GRPC AGGREGATED_DELTA_GRPC
AUTO V2 V3
APPEND_IF_EXISTS_OR_ADD ADD_IF_ABSENT OVERWRITE_IF_EXISTS_OR_ADD OVERWRITE_IF_EXISTS
UNKNOWN HEALTHY UNHEALTHY DRAINING TIMEOUT DEGRADED
ALLOW REJECT_REQUEST DROP_HEADER
APPEND_IF_EXISTS_OR_ADD ADD_IF_ABSENT OVERWRITE_IF_EXISTS_OR_ADD OVERWRITE_IF_EXISTS
V1 V2
INCLUDE_ALL INCLUDE
METHOD_UNSPECIFIED GET HEAD POST PUT DELETE CONNECT OPTIONS TRACE PATCH
DEFAULT HIGH
TCP UDP
SOCKET_IP_VERSION_UNSPECIFIED SOCKET_IP_VERSION_IPV4 SOCKET_IP_VERSION_IPV6
STATE_PREBIND STATE_BOUND STATE_LISTENING
UNSPECIFIED INBOUND OUTBOUND
ANY SAME_IP_OR_LOOPBACK EXTERNAL
DEFAULT MODIFY_ONLY
SUMMARY_AND_HISTOGRAM SUMMARY HISTOGRAM
UNSPECIFIED HTTP_DOWNSTREAM_CONNECTION_IDLE HTTP_DOWNSTREAM_STREAM_IDLE TRANSPORT_SOCKET_CONNECT HTTP_DOWNSTREAM_CONNECTION_MAX HTTP_DOWNSTREAM_STREAM_FLUSH
DYNAMIC ROUTE
ALLOW DENY LOG
NONE ON_DENY ON_ALLOW ON_DENY_AND_ALLOW
DYNAMIC ROUTE_ENTRY CLUSTER_ENTRY CLUSTER_LOCALITY_ENTRY
UNSPECIFIED OFF DRAFT_VERSION_03
MOVED_PERMANENTLY FOUND SEE_OTHER TEMPORARY_REDIRECT PERMANENT_REDIRECT
SECONDS UNIX_TIMESTAMP
SERVICE_UNAVAILABLE NOT_FOUND INTERNAL_SERVER_ERROR
PASS_THROUGH_INTERNAL_REDIRECT HANDLE_INTERNAL_REDIRECT
NONE EXTERNAL_ONLY ALL
JSON_BODY_AS_BYTES JSON_BODY_AS_STRING PROTO_BINARY PROTO_BINARY_LENGTH_DELIMITED PROTO_TEXT
ENVOY LIGHTSTEP B3 TRACE_CONTEXT
DEPRECATED_AND_UNAVAILABLE_DO_NOT_USE HTTP_JSON HTTP_PROTO GRPC
USE_B3 USE_B3_WITH_W3C_PROPAGATION
NotSet TcpUpstreamConnected TcpPeriodic TcpConnectionStart TcpConnectionEnd DownstreamStart DownstreamPeriodic DownstreamEnd UpstreamPoolReady UpstreamPeriodic UpstreamEnd DownstreamTunnelSuccessfullyEstablished UdpTunnelUpstreamConnected UdpPeriodic UdpSessionEnd
PROTOCOL_UNSPECIFIED HTTP10 HTTP11 HTTP2 HTTP3
REASON_UNSPECIFIED EXTERNAL_SERVICE
VERSION_UNSPECIFIED TLSv1 TLSv1_1 TLSv1_2 TLSv1_3
EJECT UNEJECT
CONSECUTIVE_5XX CONSECUTIVE_GATEWAY_FAILURE SUCCESS_RATE CONSECUTIVE_LOCAL_ORIGIN_FAILURE SUCCESS_RATE_LOCAL_ORIGIN FAILURE_PERCENTAGE FAILURE_PERCENTAGE_LOCAL_ORIGIN DEGRADED
ACTIVE PASSIVE NETWORK NETWORK_TIMEOUT
HTTP TCP GRPC REDIS THRIFT DYNAMIC_MODULE UDP
Unspecified Bytes Microseconds Milliseconds Percent
UNSPECIFIED AUTO V4_ONLY V6_ONLY V4_PREFERRED ALL
OVERRIDE INCLUDE IGNORE
OFF DRAFT_VERSION_03
DEFAULT GENERIC TEXT FONT
DEFAULT_COMPRESSION BEST_SPEED COMPRESSION_LEVEL_1 COMPRESSION_LEVEL_2 COMPRESSION_LEVEL_3 COMPRESSION_LEVEL_4 COMPRESSION_LEVEL_5 COMPRESSION_LEVEL_6 COMPRESSION_LEVEL_7 COMPRESSION_LEVEL_8 COMPRESSION_LEVEL_9 BEST_COMPRESSION
DEFAULT_STRATEGY FILTERED HUFFMAN_ONLY RLE FIXED
DEFAULT SZ_4K SZ_8K SZ_32K SZ_64K SZ_128K SZ_512K
DEFAULT FAST DFAST GREEDY LAZY LAZY2 BTLAZY2 BTOPT BTULTRA BTULTRA2
DEFAULT FAST DFAST GREEDY LAZY LAZY2 BTLAZY2 BTOPT BTULTRA BTULTRA2
HEADER FILTER_STATE_KEY DYNAMIC_METADATA
NONE ONCE TRANSITIVE
NONE DYNAMIC_METADATA FILTER_STATE DYNAMIC_METADATA_AND_FILTER_STATE
PASS_THROUGH REJECT
ALWAYS DISABLE
USAGE_SIGNAL_UNSPECIFIED SYNTHESIZE_TRAILERS
SYNCHRONOUS ASYNCHRONOUS
AWS_SIGV4 AWS_SIGV4A
DISABLED REQUEST RESPONSE REQUEST_AND_RESPONSE
UNSPECIFIED OK DENIED ERROR
DEFAULT CLEAR RETAIN
NONE STREAMED BUFFERED BUFFERED_PARTIAL FULL_DUPLEX_STREAMED GRPC
DEFAULT SEND SKIP
MERGE_VIRTUALHOST_ROUTER_FILTER MERGE_VIRTUALHOST_ROUTER OVERRIDE
ALL_CHARACTERS_EXCEPT_RESERVED ALL_CHARACTERS_EXCEPT_SLASH ALL_CHARACTERS
DEFAULT BEST SPEED
DEFAULT FILTERED HUFFMAN RLE
NONE BASE64
STRING NUMBER PROTOBUF_VALUE
SANITIZE APPEND_IF_EXISTS_OR_ADD
BOTH INTERNAL EXTERNAL
PROTOBUF_VALUE STRING NUMBER
REQUEST RESPONSE
BODY VERIFY HEADERS
MODE_UNSPECIFIED DYNAMIC_METADATA FILTER_STATE DYNAMIC_METADATA_AND_FILTER_STATE
PASS_THROUGH REJECT_NO_MCP NOOP
CACHE_SCOPE_UNSPECIFIED CACHE_SCOPE_PUBLIC CACHE_SCOPE_PRIVATE
TYPE_UNSPECIFIED HEADER COOKIE
MODE_UNSPECIFIED DYNAMIC_METADATA
MODE_UNSPECIFIED DISABLED ENFORCE
DISABLED STRICT LAX NONE
URL_ENCODED_BODY BASIC_AUTH TLS_CLIENT_AUTH PRIVATE_KEY_JWT
RS256 RS384 RS512 ES256 ES384 ES512
OVERRIDE
ExtractDirective_UNSPECIFIED EXTRACT EXTRACT_REDACT EXTRACT_REPEATED_CARDINALITY
ExtractMode_UNSPECIFIED FIRST_AND_LAST
OFF DRAFT_VERSION_03
DEFAULT OVERRIDE_POLICY INCLUDE_POLICY IGNORE_POLICY
OVERRIDE INCLUDE IGNORE
METHOD_NAME PROTOCOL TRANSPORT HEADER_FLAGS SEQUENCE_ID MESSAGE_TYPE REPLY_TYPE
MERGE REPLACE
UNSPECIFIED SANITIZED_UTF8 BASE64
DYNAMIC_METADATA FILTER_STATE
Dubbo
Hessian2
STREAMED SKIP
AUTO HTTP1 HTTP2 HTTP3
SANITIZE FORWARD_ONLY APPEND_FORWARD SANITIZE_SET ALWAYS_FORWARD_ONLY
TEXT JSON
IMPLEMENTATION_SPECIFIC_DEFAULT KEEP_UNCHANGED REJECT_REQUEST UNESCAPE_AND_REDIRECT UNESCAPE_AND_FORWARD
OVERWRITE APPEND_IF_ABSENT PASS_THROUGH
StatefulConsumerProxy
DISABLE REQUIRE ALLOW
DISABLE REQUIRE ALLOW
ONE_TIME_ON_FIRST_BYTE CONTINUOUS
MASTER PREFER_MASTER REPLICA PREFER_REPLICA ANY LOCAL_ZONE_AFFINITY LOCAL_ZONE_AFFINITY_REPLICAS_AND_PRIMARY
RESP2 RESP3
DELAY ERROR
ADD_IF_ABSENT OVERWRITE_BY_TYPE_IF_EXISTS_OR_ADD APPEND_IF_EXISTS_OR_ADD
IMMEDIATE ON_DOWNSTREAM_DATA ON_DOWNSTREAM_TLS_HANDSHAKE
NONE BASE64
STRING NUMBER PROTOBUF_VALUE
STRING NUMBER
AUTO_PROTOCOL BINARY LAX_BINARY COMPACT TWITTER
AUTO_TRANSPORT FRAMED UNFRAMED HEADER
Connect Create Delete Exists GetData SetData GetAcl SetAcl GetChildren Sync Ping GetChildren2 Check Multi Create2 Reconfig CheckWatches RemoveWatches CreateContainer CreateTtl Close SetAuth SetWatches GetEphemerals GetAllChildrenNumber SetWatches2 AddWatch
DEFAULT PROPER_CASE
ALLOW REJECT_REQUEST DROP_HEADER
IMPLEMENTATION_SPECIFIC_DEFAULT KEEP_UNCHANGED REJECT_REQUEST UNESCAPE_AND_REDIRECT UNESCAPE_AND_FORWARD
BASIC_AUTH URL_ENCODED_BODY TLS_CLIENT_AUTH
HEALTHY_HOSTS_NUM HEALTHY_HOSTS_WEIGHT
N_CHOICES FULL_SCAN
DEFAULT_HASH XX_HASH MURMUR_HASH_2
NO_FALLBACK ANY_ENDPOINT DEFAULT_SUBSET
METADATA_NO_FALLBACK FALLBACK_LIST
NOT_DEFINED NO_FALLBACK ANY_ENDPOINT DEFAULT_SUBSET KEYS_SUBSET
NO_MATCH MATCH
None NopConnectionBalance ExactConnectionBalance
HOST CONTAINER
JSON PROTOBUF
VERIFY_TRUST_CHAIN ACCEPT_UNTRUSTED
LENIENT_STAPLING STRICT_STAPLING MUST_STAPLE
SAN_TYPE_UNSPECIFIED EMAIL DNS URI IP_ADDRESS OTHER_NAME
FIPS_202205 CNSA2_202603 CNSA1_202603
TLS_AUTO TLSv1_0 TLSv1_1 TLSv1_2 TLSv1_3
UNSPECIFIED FAIL_RELOAD FAIL_CLOSED FAIL_OPEN
CONTINUE CONTINUE_AND_REPLACE
HTTP TCP REDIS
CONTINUE CLOSE CLOSE_RST
UNKNOWN UNMODIFIED MODIFIED
UNKNOWN OK OVER_LIMIT
UNKNOWN SECOND MINUTE HOUR DAY WEEK MONTH YEAR
CLIENT_UNKNOWN CLIENT_REQUESTED CLIENT_ACKED CLIENT_NACKED CLIENT_RECEIVED_ERROR
UNKNOWN SYNCED NOT_SENT STALE ERROR
LLM_PROTOCOL_UNSPECIFIED OPENAI_CHAT_COMPLETIONS OPENAI_RESPONSES ANTHROPIC_MESSAGES GEMINI_GENERATE_CONTENT
UNSPECIFIED STRING INT DOUBLE BOOL
HTTP1 HTTP2 HTTP3
HUNDRED TEN_THOUSAND MILLION
ALLOW_ALL DENY_ALL
UNKNOWN SECOND MINUTE HOUR DAY MONTH YEAR
Empty Continue OK Created Accepted NonAuthoritativeInformation NoContent ResetContent PartialContent MultiStatus AlreadyReported IMUsed MultipleChoices MovedPermanently Found SeeOther NotModified UseProxy TemporaryRedirect PermanentRedirect BadRequest Unauthorized PaymentRequired Forbidden NotFound MethodNotAllowed NotAcceptable ProxyAuthenticationRequired RequestTimeout Conflict Gone LengthRequired PreconditionFailed PayloadTooLarge URITooLong UnsupportedMediaType RangeNotSatisfiable ExpectationFailed MisdirectedRequest UnprocessableEntity Locked FailedDependency UpgradeRequired PreconditionRequired TooManyRequests RequestHeaderFieldsTooLarge InternalServerError NotImplemented BadGateway ServiceUnavailable GatewayTimeout HTTPVersionNotSupported VariantAlsoNegotiates InsufficientStorage LoopDetected NotExtended NetworkAuthenticationRequired
COMPONENT_UNSPECIFIED COMPONENT_PARSER COMPONENT_TYPE_CHECKER COMPONENT_RUNTIME
PRIMITIVE_TYPE_UNSPECIFIED BOOL INT64 UINT64 DOUBLE STRING BYTES
WELL_KNOWN_TYPE_UNSPECIFIED ANY TIMESTAMP DURATION
EDITION_UNKNOWN EDITION_LEGACY EDITION_PROTO2 EDITION_PROTO3 EDITION_2023 EDITION_2024 EDITION_2026 EDITION_UNSTABLE EDITION_1_TEST_ONLY EDITION_2_TEST_ONLY EDITION_99997_TEST_ONLY EDITION_99998_TEST_ONLY EDITION_99999_TEST_ONLY EDITION_MAX
DECLARATION UNVERIFIED
ENFORCE_NAMING_STYLE_UNKNOWN STYLE2024 STYLE_LEGACY STYLE2026
ENUM_TYPE_UNKNOWN OPEN CLOSED
FIELD_PRESENCE_UNKNOWN EXPLICIT IMPLICIT LEGACY_REQUIRED
JSON_FORMAT_UNKNOWN ALLOW LEGACY_BEST_EFFORT
MESSAGE_ENCODING_UNKNOWN LENGTH_PREFIXED DELIMITED
REPEATED_FIELD_ENCODING_UNKNOWN PACKED EXPANDED
UTF8_VALIDATION_UNKNOWN VERIFY NONE
DEFAULT_SYMBOL_VISIBILITY_UNKNOWN EXPORT_ALL EXPORT_TOP_LEVEL LOCAL_ALL STRICT
LABEL_OPTIONAL LABEL_REPEATED LABEL_REQUIRED
TYPE_DOUBLE TYPE_FLOAT TYPE_INT64 TYPE_UINT64 TYPE_INT32 TYPE_FIXED64 TYPE_FIXED32 TYPE_BOOL TYPE_STRING TYPE_GROUP TYPE_MESSAGE TYPE_BYTES TYPE_UINT32 TYPE_ENUM TYPE_SFIXED32 TYPE_SFIXED64 TYPE_SINT32 TYPE_SINT64
STRING CORD STRING_PIECE
JS_NORMAL JS_STRING JS_NUMBER
RETENTION_UNKNOWN RETENTION_RUNTIME RETENTION_SOURCE
TARGET_TYPE_UNKNOWN TARGET_TYPE_FILE TARGET_TYPE_EXTENSION_RANGE TARGET_TYPE_MESSAGE TARGET_TYPE_FIELD TARGET_TYPE_ONEOF TARGET_TYPE_ENUM TARGET_TYPE_ENUM_ENTRY TARGET_TYPE_SERVICE TARGET_TYPE_METHOD
SPEED CODE_SIZE LITE_RUNTIME
NONE SET ALIAS
IDEMPOTENCY_UNKNOWN NO_SIDE_EFFECTS IDEMPOTENT
NULL_VALUE
VISIBILITY_UNSET VISIBILITY_LOCAL VISIBILITY_EXPORT
TYPE_UNKNOWN TYPE_IPV4 TYPE_IPV6 TYPE_UNIX
EVENT_TYPE_UNKNOWN EVENT_TYPE_CLIENT_HEADER EVENT_TYPE_SERVER_HEADER EVENT_TYPE_CLIENT_MESSAGE EVENT_TYPE_SERVER_MESSAGE EVENT_TYPE_CLIENT_HALF_CLOSE EVENT_TYPE_SERVER_TRAILER EVENT_TYPE_CANCEL
LOGGER_UNKNOWN LOGGER_CLIENT LOGGER_SERVER
UNKNOWN SERVING NOT_SERVING SERVICE_UNKNOWN
COUNTER GAUGE SUMMARY UNTYPED HISTOGRAM GAUGE_HISTOGRAM
API_LEVEL_UNSPECIFIED API_OPEN API_HYBRID API_OPAQUE
STRIP_ENUM_PREFIX_UNSPECIFIED STRIP_ENUM_PREFIX_KEEP STRIP_ENUM_PREFIX_GENERATE_BOTH STRIP_ENUM_PREFIX_STRIP
COUNTER GAUGE HISTOGRAM
UNSPECIFIED SERVER_GATEWAY
UNKNOWN FROZEN ACTIVE NEXT_MAJOR_VERSION_CANDIDATE
UNKNOWN HTTP_HEADER_NAME HTTP_HEADER_VALUE
UNKNOWN FROZEN ACTIVE NEXT_MAJOR_VERSION_CANDIDATE
XDSTP HTTP FILE`;
